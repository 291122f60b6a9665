import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftScan } from '@continuity/plugin-continuity-common';
import { Age, StatusMark } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CollapseIcon from '@material-ui/icons/ExpandLess';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useEffect, useId, useRef, useState } from 'react';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { placeWords } from '../shared/placeOf';
import { StandingMark } from '../shared/StandingMark';
import { ScanDetails } from './ScanDetails';

const useStyles = makeStyles(
  theme => ({
    item: {
      borderTop: `1px solid ${theme.palette.divider}`,
      // Below the header of the portal, which stays in sight.
      scrollMarginTop: theme.spacing(10),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.5, 0),
    },
    title: { flex: '1 1 300px', margin: 0, font: 'inherit' },
    toggle: {
      width: '100%',
      justifyContent: 'flex-start',
      textAlign: 'left',
      textTransform: 'none',
    },
    details: { padding: theme.spacing(1, 0, 2, 1) },
  }),
  { name: 'ContinuityScanPanel' },
);

/** A place of a service, and what its newest scan found there; opens to the findings. */
export const ScanPanel = (props: {
  scan: DriftScan;
  isOpen: boolean;
  /** The address asks for it. */
  isAsked: boolean;
}) => {
  const { scan, isAsked } = props;
  const classes = useStyles();
  const details = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { t } = useTranslationRef(driftTranslationRef);
  const [isOpen, setOpen] = useState(props.isOpen);
  useEffect(() => {
    if (isAsked) frame.current?.scrollIntoView?.();
  }, [isAsked]);
  const against = scan.comparedWith
    ? placeWords(scan.comparedWith)
    : t(`against.${scan.against}`);
  const title = t('place.against', { place: placeWords(scan), against });
  return (
    <div className={classes.item} ref={frame}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <Button
            size="small"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? details : undefined}
            startIcon={isOpen ? <CollapseIcon /> : <ExpandIcon />}
            onClick={() => setOpen(before => !before)}
          >
            {title}
          </Button>
        </h3>
        <StandingMark standing={scan.standing} />
        {scan.current ? null : (
          <StatusMark tone="unknown" label={t('scan.stale')} />
        )}
        {scan.since ? (
          <Typography variant="caption" color="textSecondary">
            {t('scan.since')} <Age at={scan.since} />
          </Typography>
        ) : null}
        <Typography variant="caption" color="textSecondary">
          {t('scan.scanned')} <Age at={scan.scannedAt} />
        </Typography>
      </div>
      {isOpen ? (
        <div
          id={details}
          role="group"
          aria-label={title}
          className={classes.details}
        >
          <ScanDetails scan={scan} />
        </div>
      ) : null}
    </div>
  );
};
