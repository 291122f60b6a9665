import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Waves, WavesRequest } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  formatDuration,
  useReader,
  useWaves,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { exploreTranslationRef } from '../../../translation/exploreTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { NodeName } from '../shared/NodeName';
import { PURPOSES, type ExploreQuestion } from './exploreQuestion';

const useStyles = makeStyles(
  theme => ({
    controls: { marginBottom: theme.spacing(2) },
    wave: { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
    together: { borderBottom: `1px dashed ${theme.palette.text.secondary}` },
  }),
  { name: 'ContinuityWaves' },
);

const Wave = ({ wave }: { wave: Waves['waves'][number] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const { locale } = useReader();
  const { parts, total, hidden, readyAfter } = wave;
  const shown = parts.reduce((sum, { members }) => sum + members.length, 0);
  const left = total - hidden - shown;
  return (
    <li className={classes.wave}>
      {readyAfter ? (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('waves.ready', { duration: formatDuration(readyAfter, locale) })}
        </Typography>
      ) : null}
      {parts.map(({ members, cycle }, index) => (
        <span key={members[0]?.id ?? index}>
          {index > 0 ? ', ' : ''}
          <span
            className={cycle ? classes.together : undefined}
            title={cycle ? t('waves.cycle') : undefined}
          >
            {members.map((node, place) => (
              <span key={node.id}>
                {place > 0 ? ' + ' : ''}
                <NodeName node={node} inText />
              </span>
            ))}
            {cycle ? ` (${t('waves.cycle')})` : ''}
          </span>
        </span>
      ))}
      {left > 0 ? ` ${t('waves.more', { count: left })}` : ''}
      {hidden > 0 ? ` ${t('waves.hidden', { count: hidden })}` : ''}
    </li>
  );
};

/** In which order to deploy or recover what the outage takes along, dependencies first. */
export const WavesPart = (props: {
  request: WavesRequest;
  question: ExploreQuestion;
  change: (part: Partial<ExploreQuestion>) => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const waves = useWaves(props.request);
  return (
    <Section title={t('waves.title')}>
      <div className={classes.controls}>
        <ChoiceField
          label={t('waves.purpose')}
          value={props.question.purpose}
          choices={PURPOSES.map(value => ({
            value,
            label: t(`waves.purposes.${value}`),
          }))}
          onChange={chosen => {
            const purpose = PURPOSES.find(value => value === chosen);
            if (purpose) props.change({ purpose });
          }}
        />
      </div>
      <ResourceView
        resource={waves}
        what={t('waves.what')}
        permission={needs.graph}
        lines={6}
      >
        {value => (
          <div aria-live="polite">
            <FreshnessNotice graph={value.graph} />
            <Typography variant="body1" paragraph>
              {t('waves.lead', {
                count: value.waves.length,
                total: String(value.total),
              })}
            </Typography>
            <ol>
              {value.waves.map((wave, index) => (
                <Wave
                  key={wave.parts[0]?.members[0]?.id ?? index}
                  wave={wave}
                />
              ))}
            </ol>
          </div>
        )}
      </ResourceView>
    </Section>
  );
};
