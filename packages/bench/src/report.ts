/** Prints rows under headings in aligned columns: the first to the left, numbers to the right. */
export function printTable(headings: string[], rows: string[][]): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(row => row[column].length)),
  );
  for (const row of [headings, ...rows]) {
    console.log(
      row
        .map((cell, column) =>
          column === 0
            ? cell.padEnd(widths[column])
            : cell.padStart(widths[column]),
        )
        .join('  '),
    );
  }
}
