import { Option } from 'commander';

/** `--feed`, as often as calendars follow one; see `CalendarSource.feeds`. */
export function feedOption(): Option {
  return new Option(
    '--feed <calendar=file>',
    'what the feed says that a calendar of the file follows, as an iCalendar file; may be given several times',
  ).argParser((feed: string, before: string[] = []) => [...before, feed]);
}
