import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import type { CalendarFilters } from '../address/calendarAddress';
import type { TimeWords } from '../time/timeWords';

/** What a sheet shows: a paper has no address and no controls. */
export const PrintedHeading = (props: {
  title: string;
  words: TimeWords;
  filters: CalendarFilters;
  /** Epoch milliseconds. */
  now: number;
}) => {
  const { title, words, filters, now } = props;
  const { t } = useTranslationRef(calendarTranslationRef);
  const chosen = Object.values(filters)
    .filter(value => value !== undefined)
    .map(value => shortRef(value));
  return (
    <>
      <Typography variant="h5" component="h1">
        {title}
      </Typography>
      <Typography variant="body2" paragraph>
        {[
          t('print.zone', { zone: words.timeZone }),
          chosen.length > 0
            ? t('print.filters', { filters: chosen.join(', ') })
            : t('print.noFilters'),
          t('print.printed', { at: words.moment(now) }),
        ].join(' · ')}
      </Typography>
    </>
  );
};
