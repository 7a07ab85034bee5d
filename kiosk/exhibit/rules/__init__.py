"""What `kiosk check` looks for across keys, files and the map."""
