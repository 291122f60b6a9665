import type { TranslationRef } from '@backstage/core-plugin-api/alpha';
import cab from './cab.de';
import { cabTranslationRef } from './cabTranslationRef';
import calendar from './calendar.de';
import { calendarTranslationRef } from './calendarTranslationRef';
import campaigns from './campaigns.de';
import { campaignsTranslationRef } from './campaignsTranslationRef';
import change from './change.de';
import changeForm from './changeForm.de';
import { changeFormTranslationRef } from './changeFormTranslationRef';
import changes from './changes.de';
import { changesTranslationRef } from './changesTranslationRef';
import { changeTranslationRef } from './changeTranslationRef';
import { continuityTranslationRef } from './continuityTranslationRef';
import continuity from './de';
import delegations from './delegations.de';
import { delegationsTranslationRef } from './delegationsTranslationRef';
import drift from './drift.de';
import { driftTranslationRef } from './driftTranslationRef';
import findings from './findings.de';
import { findingsTranslationRef } from './findingsTranslationRef';
import saas from './saas.de';
import { saasTranslationRef } from './saasTranslationRef';
import explore from './explore.de';
import { exploreTranslationRef } from './exploreTranslationRef';
import operations from './operations.de';
import { operationsTranslationRef } from './operationsTranslationRef';
import overrides from './overrides.de';
import { overridesTranslationRef } from './overridesTranslationRef';
import graph from './graph.de';
import { graphTranslationRef } from './graphTranslationRef';
import plan from './plan.de';
import { planTranslationRef } from './planTranslationRef';
import scaffolder from './scaffolder.de';
import { scaffolderTranslationRef } from './scaffolderTranslationRef';
import scorecard from './scorecard.de';
import { scorecardTranslationRef } from './scorecardTranslationRef';
import scorecards from './scorecards.de';
import { scorecardsTranslationRef } from './scorecardsTranslationRef';
import unauthorised from './unauthorised.de';
import { unauthorisedTranslationRef } from './unauthorisedTranslationRef';
import windowForm from './windowForm.de';
import { windowFormTranslationRef } from './windowFormTranslationRef';

/** A ref's own texts; there is no public way to them. */
const textsOf = (ref: TranslationRef): Record<string, string> =>
  (
    ref as unknown as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe.each<[string, TranslationRef, Record<string, string>]>([
  ['page and tab', continuityTranslationRef, continuity],
  ['boards', cabTranslationRef, cab],
  ['campaigns', campaignsTranslationRef, campaigns],
  ['calendar', calendarTranslationRef, calendar],
  ['form for changes', changeFormTranslationRef, changeForm],
  ['list of changes', changesTranslationRef, changes],
  ['page of a change', changeTranslationRef, change],
  ['drift', driftTranslationRef, drift],
  ['delegations', delegationsTranslationRef, delegations],
  ['deployments without a change', unauthorisedTranslationRef, unauthorised],
  ['overrides', overridesTranslationRef, overrides],
  ['form', windowFormTranslationRef, windowForm],
  ['findings page', findingsTranslationRef, findings],
  ['page of third parties', saasTranslationRef, saas],
  ['what-if page', exploreTranslationRef, explore],
  ['dependencies', graphTranslationRef, graph],
  ['operations page', operationsTranslationRef, operations],
  ['planner', planTranslationRef, plan],
  ['fields for templates', scaffolderTranslationRef, scaffolder],
  ['pages about scorecards', scorecardsTranslationRef, scorecards],
  ['scorecards of an entity', scorecardTranslationRef, scorecard],
])('the German texts of the %s', (_, ref, german) => {
  const english = textsOf(ref);

  it('are all there, and no more', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it('name the same values as the English ones', () => {
    const named = (texts: Record<string, string>) =>
      Object.fromEntries(
        Object.keys(english).map(key => [key, placeholders(texts[key] ?? '')]),
      );
    expect(named(german)).toEqual(named(english));
  });
});
