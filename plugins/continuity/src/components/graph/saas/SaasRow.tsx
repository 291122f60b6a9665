import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Saas, SaasPlanning } from '@continuity/plugin-continuity-common';
import {
  StatusMark,
  TierChip,
  formatPercent,
  useReader,
  type Tone,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { saasTranslationRef } from '../../../translation/saasTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { NamedText } from '../shared/NamedText';
import { NodeName, useNodeWord } from '../shared/NodeName';

const useStyles = makeStyles(
  theme => ({ list: { margin: 0, paddingLeft: theme.spacing(2) } }),
  { name: 'ContinuitySaasRow' },
);

/** Being in planning is neither good nor bad; not knowing is what needs somebody. */
const TONES = {
  yes: 'good',
  no: 'unknown',
  unknown: 'notice',
} satisfies Record<SaasPlanning, Tone>;

const Contract = ({ saas }: { saas: Saas }) => {
  const { availability, supportHours, exitPlan, dataRegions, substitutes } =
    saas;
  const { t } = useTranslationRef(saasTranslationRef);
  const { locale } = useReader();
  return (
    <>
      {availability === undefined
        ? t('contract.noSla')
        : t('contract.sla', { share: formatPercent(availability, locale) })}
      {supportHours ? (
        <div>{t('contract.support', { hours: supportHours })}</div>
      ) : null}
      {dataRegions?.length ? (
        <div>{t('contract.regions', { regions: dataRegions.join(', ') })}</div>
      ) : null}
      <div>
        {exitPlan
          ? t('contract.exitPlan', { where: exitPlan })
          : t('contract.noExitPlan')}
      </div>
      {substitutes?.length ? (
        <div>
          {t('contract.substitutes')}{' '}
          {substitutes.map((node, index) => (
            <span key={node.id}>
              {index > 0 ? ', ' : ''}
              <NodeName node={node} inText />
            </span>
          ))}
        </div>
      ) : null}
    </>
  );
};

/** One third-party service: who needs it, what was promised, and whether it is planned for. */
export const SaasRow = (props: {
  saas: Saas;
  /** Absent: the reader may not decide. */
  onDecide?: (saas: Saas) => void;
}) => {
  const { saas, onDecide } = props;
  const { node, dependants, inPlanning, decision, reasons, problems } = saas;
  const classes = useStyles();
  const { t } = useTranslationRef(saasTranslationRef);
  const word = useNodeWord();
  return (
    <TableRow>
      <TableCell>
        <NodeName node={node} />
        {saas.vendor ? (
          <Typography variant="caption" component="div">
            {saas.vendor}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {t('dependants', {
          count: dependants.total,
          failing: String(dependants.failing),
        })}
        <div>
          {dependants.mostCritical ? (
            <TierChip tier={dependants.mostCritical} />
          ) : null}
        </div>
        {dependants.businessFunctions.length > 0 ? (
          <Typography variant="caption" component="div">
            {dependants.businessFunctions.map(word).join(', ')}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <Contract saas={saas} />
      </TableCell>
      <TableCell>
        <StatusMark
          tone={TONES[inPlanning]}
          label={t(`planning.${inPlanning}`)}
        />
        <Typography variant="caption" component="div">
          {t(`by.${saas.decidedBy}`)}
          {decision
            ? ` · ${t(decision.due ? 'due' : 'reviewOn', {
                date: decision.reviewOn,
              })}`
            : ''}
          {decision ? (
            <>
              {' · '}
              <EntityLink entityRef={decision.decidedBy} />
            </>
          ) : null}
        </Typography>
        <ul className={classes.list}>
          {reasons.map(reason => (
            <li key={reason}>
              <NamedText text={reason} mentions={saas.mentions} />
            </li>
          ))}
        </ul>
      </TableCell>
      <TableCell>
        <ul className={classes.list}>
          {problems.map(({ message, remedy }) => (
            <li key={message}>
              {message} {remedy}
            </li>
          ))}
        </ul>
      </TableCell>
      <TableCell>
        {node.ref && onDecide ? (
          <Button
            size="small"
            aria-label={t('decideOf', { name: word(node) })}
            onClick={() => onDecide(saas)}
          >
            {t('decide')}
          </Button>
        ) : null}
      </TableCell>
    </TableRow>
  );
};
