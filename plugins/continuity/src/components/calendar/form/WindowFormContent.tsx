import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityCalendarReadPermission,
  continuityWindowCreatePermission,
  type PortalWindow,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  continuityApiRef,
  useReader,
  useResource,
} from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useMemo, useState } from 'react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Empty } from '../../shared/Empty';
import { LeaveGuard } from '../../shared/LeaveGuard';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { zones } from '../../shared/zones';
import { useTitles } from '../../shared/useTitles';
import { MergedNotice } from './MergedNotice';
import { useMayMakeWindows } from '../shared/useMayMakeWindows';
import { opensNow } from './opensNow';
import { PreviewPanel } from './PreviewPanel';
import { SaveBar } from './SaveBar';
import type { ScopeProposals } from './ScopeEditor';
import { useEditing } from './useEditing';
import { useSaving } from './useSaving';
import { useWindowPreview } from './useWindowPreview';
import { WindowFields } from './WindowFields';
import { WindowHistory } from './WindowHistory';
import { withoutEmpty } from './problems';
import {
  draftOf,
  emptyForm,
  emptyParts,
  formOf,
  type WindowForm,
} from './windowForm';

const useStyles = makeStyles(
  theme => ({ part: { marginBottom: theme.spacing(3) } }),
  { name: 'ContinuityWindowForm' },
);

const CLASSES = ['standard', 'major', 'emergency'];

interface Choices {
  owners: string[];
  proposals: ScopeProposals;
}

/** What there is to choose from; the form works without, by typing. */
function useChoices(): Choices {
  const api = useApi(continuityApiRef);
  const identity = useApi(identityApiRef);
  const resource = useResource(async signal => {
    const from = new Date();
    const to = new Date(from.getTime() + 86_400_000);
    const [me, view] = await Promise.all([
      identity.getBackstageIdentity(),
      api
        .getCalendarView(
          { from: from.toISOString(), to: to.toISOString() },
          { signal },
        )
        .catch(() => undefined),
    ]);
    return { owners: me.ownershipEntityRefs, filters: view?.filters };
  }, 'choices');
  return useMemo(() => {
    if (resource.state !== 'ready') return { owners: [], proposals: {} };
    const { owners, filters } = resource.value;
    return {
      // A group first: a window that belongs to one person outlives their absence badly.
      owners: [...owners].sort((a, b) => a.localeCompare(b)),
      proposals: {
        classes: CLASSES,
        ...(filters && {
          tiers: filters.tiers.map(({ id }) => id),
          systems: filters.systems,
          environments: filters.environments,
          regions: filters.regions,
        }),
      },
    };
  }, [resource]);
}

const Editor = (props: {
  saved?: PortalWindow;
  initial: WindowForm;
  onDone: () => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const editing = useEditing(props.initial, props.saved);
  const { saved, form: typed } = editing;
  const { owners, proposals } = useChoices();
  const [ownerTyped, setOwnerTyped] = useState(saved !== undefined);
  // Until somebody types an owner, it is the reader's first group.
  const form = ownerTyped
    ? typed
    : { ...typed, owner: owners.find(ref => /^group:/i.test(ref)) ?? '' };
  const empty = emptyParts(form);
  const draft = draftOf(form, saved?.id);
  const preview = useWindowPreview(draft);
  const { saving, save, remove } = useSaving(saved, {
    onDone: () => {
      editing.settle();
      props.onDone();
    },
    onOutdated: editing.rebase,
  });
  const known =
    preview.resource?.state === 'ready' ? preview.resource.value : undefined;
  const mayEdit = saved?.mayEdit ?? true;
  const titleOf = useTitles(mayEdit ? [] : [form.owner]);
  return (
    <Grid container spacing={3}>
      <LeaveGuard active={editing.isDirty} />
      <Grid item xs={12} lg={7}>
        {editing.merged ? <MergedNotice merged={editing.merged} /> : null}
        {mayEdit ? null : (
          <Notice tone="notice" title={t('page.readOnly')}>
            {t('page.readOnlyRemedy', { owner: titleOf(form.owner) })}
          </Notice>
        )}
        <form
          aria-label={
            saved ? t('page.edit', { title: form.title }) : t('page.new')
          }
          onSubmit={event => event.preventDefault()}
        >
          <WindowFields
            form={form}
            onChange={part => {
              if (part.owner !== undefined) setOwnerTyped(true);
              editing.change(part);
            }}
            problems={
              preview.current ? withoutEmpty(known?.problems ?? [], empty) : []
            }
            owners={owners}
            zones={zones()}
            proposals={proposals}
            starts={(known?.next ?? []).map(({ startLocal }) =>
              startLocal.slice(0, form.allDay ? 10 : 19),
            )}
            ownerFixed={saved !== undefined}
            disabled={!mayEdit}
          />
        </form>
      </Grid>
      <Grid item xs={12} lg={5}>
        <Section title={t('parts.preview')} className={classes.part}>
          <PreviewPanel preview={preview} empty={empty} />
        </Section>
        {mayEdit ? (
          <Section
            title={saved ? t('save.change') : t('save.create')}
            className={classes.part}
          >
            <SaveBar
              saved={saved}
              mayGo={preview.current && known?.problems.length === 0}
              opening={opensNow(known?.changes ?? [])}
              saving={saving}
              onSave={options => save(draft, options)}
              onRemove={remove}
            />
          </Section>
        ) : null}
        {saved ? (
          <Section title={t('parts.history')}>
            <WindowHistory id={saved.id} revision={saved.revision} />
          </Section>
        ) : null}
      </Grid>
    </Grid>
  );
};

const NewWindow = (props: { onDone: () => void }) => {
  const { timeZone } = useReader();
  const [initial] = useState(() =>
    emptyForm({
      today: DateTime.now().setZone(timeZone).toFormat('yyyy-MM-dd'),
      timezone: timeZone,
      owner: '',
    }),
  );
  const { t } = useTranslationRef(windowFormTranslationRef);
  const mayMake = useMayMakeWindows();
  return mayMake === false ? (
    <Notice tone="notice" title={t('page.mayNotMake')}>
      {t('page.mayNotMakeRemedy', {
        permission: continuityWindowCreatePermission.name,
      })}
    </Notice>
  ) : (
    <Editor initial={initial} onDone={props.onDone} />
  );
};

const SavedWindow = (props: { id: string; onDone: () => void }) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(windowFormTranslationRef);
  const resource = useResource(
    signal => api.getPortalWindow(props.id, { signal }),
    props.id,
  );
  return (
    <ResourceView
      resource={resource}
      what={t('page.what')}
      permission={continuityCalendarReadPermission.name}
      lines={8}
      notFound={
        <Empty title={t('page.notFound')} remedy={t('page.notFoundRemedy')} />
      }
    >
      {saved => (
        <Editor saved={saved} initial={formOf(saved)} onDone={props.onDone} />
      )}
    </ResourceView>
  );
};

/**
 * The form for a window made in the portal.
 *
 * @param windowId - of the window to change. Absent: a new one.
 * @param onDone - called when it was saved or removed
 */
export const WindowFormContent = (props: {
  windowId?: string;
  onDone: () => void;
}) =>
  props.windowId === undefined ? (
    <NewWindow onDone={props.onDone} />
  ) : (
    <SavedWindow id={props.windowId} onDone={props.onDone} />
  );
