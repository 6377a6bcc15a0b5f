/* A table as long as asked for, of the columns of the evaluation's data, with libxlsxwriter in constant memory:
   write ROWS FILE */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
	int rows = atoi(argv[1]);
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};
	lxw_workbook *book = workbook_new_opt(argv[2], &options);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "Data");
	lxw_format *number = workbook_add_format(book), *share = workbook_add_format(book), *text = workbook_add_format(book);
	format_set_num_format(number, "#,##0");
	format_set_num_format(share, "0.0%");
	format_set_num_format(text, "@");
	for (int column = 0; column < 19; column++)
		worksheet_write_string(sheet, 0, column, "Heading", text);
	for (int i = 0; i < rows; i++) {
		int row = i + 1, n = 20 + i % 180, k = i % n;
		char period[8], programme[12], category[16];
		snprintf(period, sizeof period, "%d", 2000 + i % 26);
		snprintf(programme, sizeof programme, "program%d", i % 40);
		snprintf(category, sizeof category, "Kategori %d", i % 100);
		worksheet_write_string(sheet, row, 0, "Bor i regionen tre år etter fullføring", text);
		worksheet_write_string(sheet, row, 1, programme, text);
		worksheet_write_string(sheet, row, 2, period, text);
		worksheet_write_string(sheet, row, 3, "Programmets egen region", text);
		worksheet_write_string(sheet, row, 4, "Fagområde", text);
		worksheet_write_string(sheet, row, 5, category, text);
		worksheet_write_number(sheet, row, 6, k, number);
		worksheet_write_number(sheet, row, 7, n, number);
		worksheet_write_number(sheet, row, 8, i % 7, number);
		worksheet_write_number(sheet, row, 9, i % 5, number);
		worksheet_write_number(sheet, row, 10, (double)k / n, share);
		worksheet_write_number(sheet, row, 11, (double)k / (n + 11), share);
		worksheet_write_number(sheet, row, 12, (k + 3.0) / (n + 5), share);
		worksheet_write_blank(sheet, row, 13, text);
		worksheet_write_blank(sheet, row, 14, text);
		worksheet_write_string(sheet, row, 15, "traineer", text);
		worksheet_write_string(sheet, row, 16, "regional_retention_3y", text);
		worksheet_write_string(sheet, row, 17, programme, text);
		worksheet_write_number(sheet, row, 18, 1, number);
	}
	return workbook_close(book);
}
