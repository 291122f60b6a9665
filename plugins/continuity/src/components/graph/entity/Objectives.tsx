import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityDependencies } from '@continuity/plugin-continuity-common';
import {
  DurationText,
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

const HoldsMark = ({ holds }: { holds?: Holds }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  return holds ? (
    <StatusMark tone={TONES[holds]} label={t(`section.holds.${holds}`)} />
  ) : null;
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
        <Typography variant="body2" component="p" paragraph>
          <strong>{t('section.availability')}:</strong>{' '}
          {availability.exact
            ? formatPercent(availability.lower, locale)
            : `${formatPercent(availability.lower, locale)} – ${formatPercent(
                availability.upper,
                locale,
              )}`}{' '}
          <HoldsMark holds={availability.holds} />{' '}
          {availability.target === undefined
            ? ''
            : t('section.target', {
                target: formatPercent(availability.target, locale),
              })}{' '}
          {availability.unknown > 0
            ? t('section.availabilityUnknown', { count: availability.unknown })
            : ''}
        </Typography>
      ) : null}
      {recovery ? (
        <Typography variant="body2" component="p" paragraph>
          <strong>{t('section.recovery')}:</strong>{' '}
          {recovery.unknown > 0 ? (
            t('section.atLeast', {
              duration: formatDuration(recovery.duration, locale),
            })
          ) : (
            <DurationText value={recovery.duration} />
          )}{' '}
          <HoldsMark holds={recovery.holds} />{' '}
          {recovery.rto
            ? t('section.target', {
                target: formatDuration(recovery.rto, locale),
              })
            : ''}{' '}
          {recovery.unknown > 0
            ? t('section.recoveryUnknown', { count: recovery.unknown })
            : ''}
        </Typography>
      ) : null}
    </>
  );
};
