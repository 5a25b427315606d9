"""Teaching in passing: for each term of the course two or three sentences and a drawing made here."""
