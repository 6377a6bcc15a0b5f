-- Which rows of a file were read and accepted?
-- In the order of the file: they come from one place, and one thread takes them. Asked for are the columns in which something
-- stood so far; the others are not known.
INSERT INTO staged ({given}) SELECT {given} FROM rows_of_the_file()
