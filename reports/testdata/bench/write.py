# A table as long as asked for, of the columns of the evaluation's data, with openpyxl, write only: write ROWS FILE
import sys
import openpyxl

rows, file = int(sys.argv[1]), sys.argv[2]
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Data")
sheet.append(["Heading"] * 19)
for i in range(rows):
    n = 20 + i % 180
    k = i % n
    programme = "program%d" % (i % 40)
    sheet.append(["Bor i regionen tre år etter fullføring", programme, str(2000 + i % 26), "Programmets egen region", "Fagområde",
                  "Kategori %d" % (i % 100), k, n, i % 7, i % 5, k / n, k / (n + 11), (k + 3) / (n + 5), None, None, "traineer",
                  "regional_retention_3y", programme, 1])
book.save(file)
