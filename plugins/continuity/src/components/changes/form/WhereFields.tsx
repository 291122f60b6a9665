import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useReader } from '@continuity/plugin-continuity-react';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { ValuesField } from '../../shared/ValuesField';
import { EntitiesField } from './EntitiesField';
import type { PartProps } from './parts';
import { SlotFinder } from './SlotFinder';
import { usePlaces } from './usePlaces';

/** What can be deployed. */
const KINDS = ['Component', 'API', 'Resource', 'System'];

/** Of what, where and when, and what is deployed. */
export const WhereFields = (
  props: PartProps & {
    /** Id of the change that is revised; its own time is not in its way. */
    changeId?: string;
  },
) => {
  const { form, onChange, problems } = props;
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  const { timeZone } = useReader();
  const places = usePlaces();
  const { window } = form;
  return (
    <>
      <Row>
        <EntitiesField
          label={tParts('content.part.entities')}
          searchLabel={t('field.addEntity')}
          kinds={KINDS}
          required
          value={form.entities}
          error={problemAt(problems, 'content.entities')}
          onChange={entities => onChange({ entities })}
        />
      </Row>
      <Row>
        <ValuesField
          label={tParts('content.part.environments')}
          placeholder={t('field.add')}
          proposals={places.environments}
          value={form.environments}
          error={problemAt(problems, 'content.environments')}
          onChange={environments => onChange({ environments })}
        />
        <ValuesField
          label={tParts('content.part.regions')}
          placeholder={t('field.add')}
          help={t('field.regionsHelp')}
          proposals={places.regions}
          value={form.regions}
          error={problemAt(problems, 'content.regions')}
          onChange={regions => onChange({ regions })}
        />
      </Row>
      {form.entities.map(ref => (
        <Row key={ref}>
          <Field
            label={t('field.digest', { name: shortRef(ref) })}
            help={t('field.digestHelp')}
            value={form.digests[ref] ?? ''}
            error={problemAt(problems, `content.digests.${ref}`)}
            onChange={digest =>
              onChange({ digests: { ...form.digests, [ref]: digest } })
            }
          />
        </Row>
      ))}
      <Row>
        <Field
          label={t('field.start')}
          type="datetime-local"
          help={t('field.zoneHelp', { zone: timeZone })}
          value={window.start}
          error={problemAt(problems, 'content.window.start')}
          onChange={start => onChange({ window: { ...window, start } })}
        />
        <Field
          label={t('field.end')}
          type="datetime-local"
          help={t('field.zoneHelp', { zone: timeZone })}
          value={window.end}
          error={
            problemAt(problems, 'content.window.end') ??
            problems.find(({ path }) => path === 'content.window')?.message
          }
          onChange={end => onChange({ window: { ...window, end } })}
        />
      </Row>
      <SlotFinder
        form={form}
        changeId={props.changeId}
        onTake={taken => onChange({ window: taken })}
      />
    </>
  );
};
