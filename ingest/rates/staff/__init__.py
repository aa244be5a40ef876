"""Tables of rates that staff keep, as CSV and XLSX: checked as a whole, row by row."""
