import type { CalendarView } from '@continuity/plugin-continuity-common';
import type { CalendarAddress } from './address/calendarAddress';
import type { ChangeAddress } from './address/useCalendarAddress';
import { ListView } from './list/ListView';
import { MonthView } from './month/MonthView';
import type { ShownPeriod } from './shared/usePeriod';
import type { ViewProps } from './shared/viewTypes';
import type { Row } from './timeline/TimelineRow';
import { TimelineView } from './timeline/TimelineView';
import { WeekView } from './week/WeekView';

/** The view that the address asks for. */
export const ShownView = (
  props: ViewProps & {
    address: CalendarAddress;
    change: ChangeAddress;
    shown: ShownPeriod;
    rows: NonNullable<CalendarView['rows']>;
    onRow: (row: Row) => void;
  },
) => {
  const { address, change, shown, rows, onRow, ...common } = props;
  const { period } = shown;
  switch (address.view) {
    case 'week':
      return <WeekView {...common} />;
    case 'timeline':
      return (
        <TimelineView
          {...common}
          rows={rows}
          rowKind={address.rows}
          scale={address.scale}
          now={shown.now}
          firstWeekday={shown.firstWeekday}
          onRow={onRow}
          onPage={direction =>
            props.onGo(direction < 0 ? period.previous : period.next)
          }
        />
      );
    case 'list':
      return (
        <ListView
          {...common}
          page={address.page}
          onPageChange={page => change({ page })}
        />
      );
    default:
      return <MonthView {...common} day={shown.day} />;
  }
};
