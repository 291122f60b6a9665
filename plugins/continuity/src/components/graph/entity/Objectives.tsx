import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityDependencies } from '@continuity/plugin-continuity-common';
import {
  StatusMark,
  formatDuration,
  formatPercent,
  useReader,
  type Tone,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';

type Holds = 'yes' | 'no' | 'unknown';

const TONES = {
  yes: 'good',
  no: 'bad',
  unknown: 'unknown',
} satisfies Record<Holds, Tone>;

/** A promise: what it comes to, whether it holds, and what is against it or not known. */
const Promised = (props: {
  title: string;
  value: string;
  holds?: Holds;
  notes: (string | false)[];
}) => {
  const { t } = useTranslationRef(graphTranslationRef);
  const notes = props.notes.filter(Boolean);
  return (
    <Typography variant="body2" component="div" paragraph>
      <strong>{props.title}:</strong> {props.value}{' '}
      {props.holds ? (
        <StatusMark
          tone={TONES[props.holds]}
          label={t(`section.holds.${props.holds}`)}
        />
      ) : null}{' '}
      {notes.length > 0 ? `(${notes.join('; ')})` : null}
    </Typography>
  );
};

/** What the service can promise at best, given what it depends on. */
export const Objectives = (
  props: Pick<EntityDependencies, 'availability' | 'recovery'>,
) => {
  const { availability, recovery } = props;
  const { t } = useTranslationRef(graphTranslationRef);
  const { locale } = useReader();
  return (
    <>
      {availability ? (
        <Promised
          title={t('section.availability')}
          value={shareWords(availability, locale, t('section.holds.unknown'))}
          holds={availability.holds}
          notes={[
            availability.target !== undefined &&
              t('section.target', {
                target: formatPercent(availability.target, locale),
              }),
            availability.unknown > 0 &&
              t('section.availabilityUnknown', { count: availability.unknown }),
          ]}
        />
      ) : null}
      {recovery ? (
        <Promised
          title={t('section.recovery')}
          value={
            recovery.unknown > 0
              ? t('section.atLeast', {
                  duration: formatDuration(recovery.duration, locale),
                })
              : formatDuration(recovery.duration, locale)
          }
          holds={recovery.holds}
          notes={[
            recovery.rto !== undefined &&
              t('section.target', {
                target: formatDuration(recovery.rto, locale),
              }),
            recovery.unknown > 0 &&
              t('section.recoveryUnknown', { count: recovery.unknown }),
          ]}
        />
      ) : null}
    </>
  );
};

/** Bounds from never to always say nothing, so they are not shown as if they did. */
function shareWords(
  share: { lower: number; upper: number; exact: boolean },
  locale: string,
  unknown: string,
): string {
  const { lower, upper, exact } = share;
  if (exact) return formatPercent(lower, locale);
  if (lower === 0 && upper === 1) return unknown;
  return `${formatPercent(lower, locale)} – ${formatPercent(upper, locale)}`;
}
