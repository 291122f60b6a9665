import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DriftFinding,
  DriftScan,
} from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { Notice } from '../../shared/Notice';
import { placeWords } from '../shared/placeOf';
import { FindingDiff } from './FindingDiff';
import { WaysOut } from './WaysOut';

/** As many as are read at a glance. */
const AT_FIRST = 6;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    object: { marginTop: theme.spacing(2), overflowWrap: 'anywhere' },
    plain: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
    part: { marginTop: theme.spacing(2) },
  }),
  { name: 'ContinuityScanDetails' },
);

function byObject(findings: readonly DriftFinding[]) {
  const objects = new Map<string, DriftFinding[]>();
  for (const finding of findings) {
    const own = objects.get(finding.object);
    if (own) own.push(finding);
    else objects.set(finding.object, [finding]);
  }
  return [...objects];
}

const Findings = ({ scan }: { scan: DriftScan }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const [isWhole, setWhole] = useState(false);
  const { findings } = scan;
  const shown = isWhole ? findings : findings.slice(0, AT_FIRST);
  const hidden = findings.length - shown.length;
  return (
    <>
      {byObject(shown).map(([object, own]) => (
        <div key={object}>
          <Typography
            variant="subtitle2"
            component="h4"
            className={classes.object}
          >
            {object}
          </Typography>
          <ul className={classes.list} aria-label={object}>
            {own.map(finding => (
              <FindingDiff key={finding.id} finding={finding} />
            ))}
          </ul>
        </div>
      ))}
      {hidden > 0 ? (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('scan.more', { count: hidden })}
        </Button>
      ) : null}
    </>
  );
};

/** What a scan found, what it could not say, what is gone since, and the ways out. */
export const ScanDetails = ({ scan }: { scan: DriftScan }) => {
  const { findings, unlisted, notCompared, resolved, current, standing } = scan;
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <>
      {current ? null : (
        <Notice tone="unknown" title={t('scan.stale')}>
          {t('scan.staleMeans')}
        </Notice>
      )}
      <Typography variant="body2">{scan.headline}</Typography>
      {findings.length === 0 && unlisted === 0 && notCompared.length === 0 ? (
        <Typography variant="body2">
          {t(standing === 'in-sync' ? 'scan.nothing' : 'scan.unproven')}
        </Typography>
      ) : (
        <div
          role="region"
          aria-label={t('scan.findings', { place: placeWords(scan) })}
        >
          <Findings scan={scan} />
        </div>
      )}
      {unlisted > 0 ? (
        <Typography variant="body2" className={classes.part}>
          {t('scan.unlisted', { count: unlisted })}
        </Typography>
      ) : null}
      {notCompared.length > 0 ? (
        <div className={classes.part}>
          <Typography variant="subtitle2" component="h4">
            {t('scan.notCompared')}
          </Typography>
          <ul className={classes.plain}>
            {notCompared.map(({ object, what }) => (
              <Typography key={object} variant="body2" component="li">
                {object}: {what}
              </Typography>
            ))}
          </ul>
        </div>
      ) : null}
      <WaysOut scan={scan} />
      {resolved.length > 0 ? (
        <div className={classes.part}>
          <Typography variant="subtitle2" component="h4">
            {t('scan.resolved')}
          </Typography>
          <ul className={classes.plain}>
            {resolved.map(finding => (
              <Typography key={finding.id} variant="body2" component="li">
                {finding.object}
                {finding.label ? ` ${finding.label}` : ''}
                {finding.resolvedAt ? (
                  <>
                    {`, ${t('finding.gone')} `}
                    <Age at={finding.resolvedAt} />
                  </>
                ) : null}
              </Typography>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
};
