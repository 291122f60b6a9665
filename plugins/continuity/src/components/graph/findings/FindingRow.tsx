import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import {
  StatusMark,
  formatDuration,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { SEVERITY_TONES } from '../shared/FindingList';
import { NamedText } from '../shared/NamedText';
import { NodeName, useNodeWord } from '../shared/NodeName';

/** Numbers of a finding are texts; some are ISO 8601 durations. */
const DURATION = /^P[T\d]/;

export type FindingAction = 'path' | 'change' | 'exemption';

const Exemption = ({ exemption }: Pick<GraphFinding, 'exemption'>) => {
  const { t } = useTranslationRef(findingsTranslationRef);
  if (!exemption) return null;
  const { state, until, reason, requestedBy, decidedBy } = exemption;
  return (
    <>
      <StatusMark
        tone={state === 'in-force' ? 'caution' : 'unknown'}
        label={t(`exemption.state.${state}`)}
      />
      <Typography variant="caption" component="div">
        {t('exemption.until')} {until}: {reason}
      </Typography>
      <Typography variant="caption" component="div">
        {t('exemption.requestedBy')} <EntityLink entityRef={requestedBy} />
        {decidedBy ? (
          <>
            , {t('exemption.decidedBy')} <EntityLink entityRef={decidedBy} />
          </>
        ) : null}
      </Typography>
    </>
  );
};

/** One finding: what, why, the numbers, the remedy, and what can be done. */
export const FindingRow = (props: {
  finding: GraphFinding;
  onAction: (action: FindingAction, finding: GraphFinding) => void;
}) => {
  const { finding, onAction } = props;
  const {
    severity,
    because,
    node,
    title,
    explanation,
    remedy,
    mentions,
    numbers,
  } = finding;
  const { t } = useTranslationRef(findingsTranslationRef);
  const { t: tGraph } = useTranslationRef(graphTranslationRef);
  const { locale } = useReader();
  const word = useNodeWord();
  const spoken = (value: string) =>
    DURATION.test(value) ? formatDuration(value, locale) : value;
  const button = (action: FindingAction) => (
    <Button
      size="small"
      aria-label={t(`action.${action}Of`, { title, entity: word(node) })}
      onClick={() => onAction(action, finding)}
    >
      {t(`action.${action}`)}
    </Button>
  );
  return (
    <TableRow>
      <TableCell>
        <StatusMark
          tone={SEVERITY_TONES[severity]}
          label={tGraph(`severity.${severity}`)}
        />
      </TableCell>
      <TableCell>
        <Typography variant="body2">
          <strong>{title}</strong>
        </Typography>
        <Typography variant="body2">
          <NamedText text={explanation} mentions={mentions} />
        </Typography>
        {numbers.length > 0 ? (
          <Typography variant="caption" component="div">
            {numbers
              .map(({ label, value }) => `${label}: ${spoken(value)}`)
              .join(' · ')}
          </Typography>
        ) : null}
        <Typography variant="caption" component="div">
          {t('because')}: {because}
        </Typography>
        <Typography variant="body2">
          {tGraph('section.remedy')}:{' '}
          <NamedText text={remedy} mentions={mentions} />
        </Typography>
      </TableCell>
      <TableCell>
        <NodeName node={node} />
        {node.owner ? (
          <Typography variant="caption" component="div">
            <EntityLink entityRef={node.owner} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <Exemption exemption={finding.exemption} />
      </TableCell>
      <TableCell>
        {finding.path.length > 1 ? button('path') : null}
        {finding.changeable ? button('change') : null}
        {button('exemption')}
      </TableCell>
    </TableRow>
  );
};
