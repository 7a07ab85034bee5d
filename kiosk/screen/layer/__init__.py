"""A data layer on the stage: its legend, its ranking, its years, and what a finger reads there."""
