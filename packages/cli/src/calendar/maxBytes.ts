/** Far above any file that people review; a reader of iCalendar takes less. */
export const MAX_BYTES = 10 * 1024 * 1024;
