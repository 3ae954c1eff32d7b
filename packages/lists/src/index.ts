export { writeCsv, type CsvCell } from './csv/write-csv.ts';
