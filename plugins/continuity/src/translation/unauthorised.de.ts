/** The texts of deployments without a change, in German. */
export default {
  title: 'Auslieferungen ohne Änderung',
  what: 'die Auslieferungen ohne Änderung',
  means:
    'Was Pipelines gemeldet haben und keine freigegebene Änderung abdeckt. Wem ein Dienst gehört, der steht dafür ein.',
  'filter.title': 'Auslieferungen filtern',
  'filter.show': 'Zeigen',
  'filter.open': 'Nicht beantwortet',
  'filter.all': 'Alle',
  'filter.entity': 'Nur eines Dienstes',
  'filter.only': 'Nur von {{entity}}',
  'filter.clear': 'Aller Dienste',
  'column.deployment': 'Auslieferung',
  'column.seen': 'Gesehen',
  'column.why': 'Warum, und was zu tun ist',
  'column.answer': 'Antwort',
  times_one: '{{count}} Mal gesehen, zuletzt',
  times_other: '{{count}} Mal gesehen, zuletzt',
  remedy: 'Was zu tun ist',
  draft: 'Die Änderung, die dafür entworfen wurde',
  raise: 'Änderung beantragen',
  answered: 'Beantwortet',
  unanswered: 'Niemand hat geantwortet',
  answer: 'Dafür einstehen',
  answerOf: 'Für {{entity}} {{version}} in {{environment}} einstehen',
  answerMeans:
    'Sie ist mit dem abgeschlossen, was Sie schreiben; es bleibt im Hauptbuch. Wird dasselbe Artefakt später wieder ausgeliefert, entsteht eine neue.',
  reason: 'Was daraus wurde',
  reasonHelp:
    'Warum es keine Änderung gab und was unternommen wurde; z. B. die Änderung, die nachträglich freigegeben wurde',
  'empty.open': 'Alle Auslieferungen ohne Änderung sind beantwortet.',
  'empty.openRemedy': 'Sie stehen unter "Alle".',
  'empty.all': 'Es wurde keine Auslieferung ohne Änderung gesehen.',
  'empty.allRemedy':
    'Auslieferungen, die Pipelines melden, werden mit den Änderungen verglichen, wo immer eine Richtlinie der Schranke eine verlangt.',
  'empty.entity': 'Keine von diesem Dienst.',
  'empty.entityRemedy':
    'Zeigen Sie alle oder die aller Dienste, um mehr zu sehen.',
  'empty.part':
    'Auf dieser Seite ist keine, die Sie sehen dürfen; es gibt vielleicht weitere.',
};
