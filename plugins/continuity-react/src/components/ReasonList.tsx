import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  GateReason,
  GateVerdict,
} from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '../translation';
import { Moment } from './Moment';
import { MomentText } from './MomentText';
import { ToneIcon } from './StatusMark';
import { gateTone } from './VerdictChip';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    summary: {
      cursor: 'pointer',
      color: theme.palette.text.secondary,
      padding: theme.spacing(0.5, 0),
    },
  }),
  { name: 'ContinuityReasonList' },
);

const gravity = {
  deny: 0,
  'needs-approval': 1,
  allow: 2,
} satisfies Record<GateVerdict, number>;

/** It stops nothing, but there is something to do about it: it is not satisfied. */
const isForInformation = ({ verdict, remedy }: GateReason) =>
  verdict === 'allow' && Boolean(remedy);

type ZoneOf = (at: string) => string | undefined;

const Reason = ({
  reason,
  zoneOf,
}: {
  reason: GateReason;
  zoneOf?: ZoneOf;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const { rule, policy } = reason;
  return (
    <li className={classes.item}>
      <ToneIcon
        tone={isForInformation(reason) ? 'notice' : gateTone(reason.verdict)}
      />
      <div className={classes.text}>
        <Typography variant="body2">
          <MomentText text={reason.explanation} zone={reason.timezone} />
        </Typography>
        {reason.remedy ? (
          <Typography variant="body2">
            <strong>{t('reasons.remedy')}:</strong>{' '}
            <MomentText text={reason.remedy} zone={reason.timezone} />
          </Typography>
        ) : null}
        <Typography variant="caption" color="textSecondary" component="p">
          {policy
            ? t('reasons.ruleOfPolicy', { rule, policy })
            : t('reasons.rule', { rule })}
          {reason.until ? (
            <>
              {' · '}
              {t('reasons.until')}{' '}
              <Moment
                at={reason.until}
                zone={reason.timezone ?? zoneOf?.(reason.until)}
              />
            </>
          ) : null}
        </Typography>
      </div>
    </li>
  );
};

/**
 * The reasons of a decision, the gravest first: each says why and what to do next. What is
 * for information comes after them. Rules that are satisfied are folded away.
 */
export const ReasonList = ({
  reasons,
  zoneOf,
}: {
  reasons: GateReason[];
  /**
   * The calendar's zone of an instant, where a reason does not name one itself; shown on
   * hover and focus.
   */
  zoneOf?: ZoneOf;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const objections = reasons
    .filter(reason => reason.verdict !== 'allow')
    .sort((a, b) => gravity[a.verdict] - gravity[b.verdict]);
  const shown = [...objections, ...reasons.filter(isForInformation)];
  const satisfied = reasons.filter(
    reason => reason.verdict === 'allow' && !isForInformation(reason),
  );
  const list = (items: GateReason[]) => (
    <ul className={classes.list}>
      {items.map((reason, index) => (
        <Reason
          key={`${index}:${reason.rule}`}
          reason={reason}
          zoneOf={zoneOf}
        />
      ))}
    </ul>
  );
  return (
    <>
      {shown.length > 0 ? list(shown) : null}
      {satisfied.length > 0 ? (
        <details>
          <Typography
            variant="body2"
            component="summary"
            className={classes.summary}
          >
            {t('reasons.satisfied', { count: satisfied.length })}
          </Typography>
          {list(satisfied)}
        </details>
      ) : null}
    </>
  );
};
