"""The figures of charts from tables: CSV and spreadsheets, their numbers, dates and mistakes."""
