import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  WindowChange,
  WindowPreview,
} from '@continuity/plugin-continuity-common';
import {
  Moment,
  ResourceView,
  ToneIcon,
  continuityReactTranslationRef,
  formatInstant,
  useReader,
  type Tone,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { continuityCalendarReadPermission } from '@continuity/plugin-continuity-common';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { useTitles } from '../../shared/useTitles';
import { withoutEmpty } from './problems';
import type { PreviewState } from './useWindowPreview';
import type { RequiredPart } from './windowForm';

const useStyles = makeStyles(
  theme => ({
    part: { marginTop: theme.spacing(2) },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    progress: { height: 4 },
  }),
  { name: 'ContinuityWindowPreview' },
);

const SEVERITIES: Record<string, Tone> = {
  error: 'bad',
  warning: 'notice',
  info: 'unknown',
};

const Part = (props: { title: string; children: React.ReactNode }) => {
  const classes = useStyles();
  return (
    <div className={classes.part}>
      <Typography variant="subtitle2" component="h3">
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
};

const Whom = ({ preview }: { preview: WindowPreview }) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { services, sample, scope } = preview;
  const titleOf = useTitles(sample);
  return (
    <>
      <Typography variant="body2">
        {services === 0
          ? t('preview.nobody')
          : t('preview.services', { count: services })}{' '}
        {scope.join(' ')}
      </Typography>
      {sample.length > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('preview.sample', { names: sample.map(titleOf).join(', ') })}
          {services > sample.length
            ? t('preview.others', { count: services - sample.length })
            : ''}
        </Typography>
      ) : null}
    </>
  );
};

const Next = ({ next }: { next: WindowPreview['next'] }) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { locale, timeZone } = useReader();
  if (next.length === 0) {
    return <Typography variant="body2">{t('preview.none')}</Typography>;
  }
  const zone = next[0].timezone;
  const show = (at: string, inZone: string) =>
    formatInstant(at, { locale, timeZone: inZone, zoneName: true });
  return (
    <DataTable
      label={t('preview.next')}
      columns={[
        t('preview.calendars', { zone }),
        t('preview.yours', { zone: timeZone }),
        t('preview.note'),
      ]}
    >
      {next.map(({ start, end, note }) => (
        <TableRow key={start}>
          <TableCell>
            {show(start, zone)} – {show(end, zone)}
          </TableCell>
          <TableCell>
            {show(start, timeZone)} – {show(end, timeZone)}
          </TableCell>
          <TableCell>
            {[
              ...(Date.parse(start) <= Date.now()
                ? [t('preview.inForce')]
                : []),
              ...(note === undefined ? [] : [note]),
            ].join(' ')}
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

const Findings = ({ findings }: { findings: WindowPreview['findings'] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  if (findings.length === 0) {
    return <Typography variant="body2">{t('preview.noFindings')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {findings.map(({ rule, severity, message, remedy, dates }) => (
        <li key={`${rule} ${message}`} className={classes.item}>
          <ToneIcon tone={SEVERITIES[severity]} />
          <Typography variant="body2" component="div">
            {message} {dates?.length ? `(${dates.join(', ')}) ` : ''}
            <div>
              <strong>{t('preview.remedy')}:</strong> {remedy}
            </div>
          </Typography>
        </li>
      ))}
    </ul>
  );
};

/** So many services of a change are named; a column of twenty would hide the others. */
const NAMED = 3;

/** What saving changes against today: when, for whom, from what to what. */
export const Changes = ({ changes }: { changes: readonly WindowChange[] }) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  const titleOf = useTitles(
    changes.flatMap(({ sample }) => sample.slice(0, NAMED)),
  );
  return changes.length === 0 ? (
    <Typography variant="body2">{t('preview.noChanges')}</Typography>
  ) : (
    <DataTable
      label={t('preview.changes')}
      columns={[t('preview.when'), t('preview.what')]}
    >
      {changes.map(change => (
        <TableRow
          key={[
            change.from,
            change.before,
            change.after,
            change.sample[0],
            ...(change.classes ?? []),
          ].join(' ')}
        >
          <TableCell>
            {change.now ? <strong>{t('preview.atOnce')}</strong> : null}{' '}
            <Moment at={change.from} />
            {change.to === undefined ? null : (
              <>
                {' – '}
                <Moment at={change.to} />
              </>
            )}
          </TableCell>
          <TableCell>
            {t('preview.change', {
              count: change.services,
              before: t(`state.${change.before}`),
              after: t(`state.${change.after}`),
            })}
            {change.classes
              ? `, ${t('preview.ofClasses', {
                  classes: change.classes
                    .map(name => tShared(`releaseClass.${name}`))
                    .join(', '),
                })}`
              : null}
            <Typography variant="caption" component="div">
              {change.sample.slice(0, NAMED).map(titleOf).join(', ')}
              {change.services > NAMED
                ? t('preview.others', { count: change.services - NAMED })
                : ''}
            </Typography>
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

/** So many are read before one goes on to save; a maintenance window changes hundreds. */
const FIRST_CHANGES = 8;

/** The first of many changes, and the others for whoever asks. */
const FirstChanges = ({ changes }: { changes: readonly WindowChange[] }) => {
  const { t } = useTranslationRef(windowFormTranslationRef);
  const [all, setAll] = useState(false);
  const more = changes.length - FIRST_CHANGES;
  return (
    <>
      <Changes changes={all ? changes : changes.slice(0, FIRST_CHANGES)} />
      {changes.some(({ classes }) => classes?.includes('emergency')) ? (
        <Typography variant="caption" component="p">
          {t('preview.calendarsOnly')}
        </Typography>
      ) : null}
      {more > 0 ? (
        <Button
          size="small"
          aria-expanded={all}
          onClick={() => setAll(shown => !shown)}
        >
          {all
            ? t('preview.fewerChanges')
            : t('preview.moreChanges', { count: more })}
        </Button>
      ) : null}
    </>
  );
};

/** What saving the form as it stands would mean. */
export const PreviewPanel = (props: {
  preview: PreviewState;
  /** What has to be filled in and is not. */
  empty: readonly RequiredPart[];
}) => {
  const { preview, empty } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { resource } = preview;
  if (!resource) {
    return <Typography variant="body2">{t('preview.needsOwner')}</Typography>;
  }
  return (
    <>
      <div className={classes.progress}>
        {preview.current || resource.state === 'failed' ? null : (
          <LinearProgress aria-label={t('preview.loading')} />
        )}
      </div>
      <ResourceView
        resource={resource}
        what={t('parts.preview')}
        permission={continuityCalendarReadPermission.name}
        lines={6}
      >
        {value => (
          <div aria-live="polite">
            {value.problems.length > 0 ? (
              <Part title={t('preview.problems')}>
                <ul className={classes.list}>
                  {empty.length > 0 ? (
                    <li className={classes.item}>
                      <ToneIcon tone="unknown" />
                      <Typography variant="body2">
                        {t('preview.empty', {
                          parts: empty
                            .map(part => t(`field.${part}`))
                            .join(', '),
                        })}
                      </Typography>
                    </li>
                  ) : null}
                  {withoutEmpty(value.problems, empty).map(
                    ({ path, message }) => (
                      <li key={`${path} ${message}`} className={classes.item}>
                        <ToneIcon tone="bad" />
                        <Typography variant="body2">
                          <code>{path}</code>: {message}
                        </Typography>
                      </li>
                    ),
                  )}
                </ul>
              </Part>
            ) : (
              <>
                <Part title={t('parts.whom')}>
                  <Whom preview={value} />
                </Part>
                <Part title={t('preview.changes')}>
                  <FirstChanges changes={value.changes} />
                </Part>
                <Part title={t('preview.next')}>
                  <Next next={value.next} />
                </Part>
              </>
            )}
            {value.problems.length > 0 && value.findings.length === 0 ? null : (
              <Part title={t('preview.findings')}>
                <Findings findings={value.findings} />
              </Part>
            )}
          </div>
        )}
      </ResourceView>
      {resource.state === 'failed' ? (
        <Typography variant="body2">{t('preview.failed')}</Typography>
      ) : null}
    </>
  );
};
