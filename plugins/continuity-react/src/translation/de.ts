/** The texts of the shared components, in German. */
export default {
  'gate.allow': 'Offen',
  'gate.deny': 'Geschlossen',
  'gate.needs-approval': 'Braucht Freigabe',
  'verdict.pass': 'Bestanden',
  'verdict.fail': 'Nicht bestanden',
  'verdict.unknown': 'Unbekannt',
  'enforcement.block': 'Sperrt',
  'enforcement.approval': 'Braucht Freigabe',
  'enforcement.warn': 'Warnt',
  'maintenance.block': 'Öffnet (sperrt sonst)',
  'maintenance.approval': 'Öffnet (braucht sonst Freigabe)',
  'maintenance.warn': 'Öffnet (warnt sonst)',
  'rules.effect': 'Was es bewirkt',
  'rules.freeze.block': 'Solange es gilt, wird nichts ausgeliefert.',
  'rules.freeze.approval':
    'Solange es gilt, braucht eine Auslieferung eine Freigabe.',
  'rules.freeze.warn':
    'Solange es gilt, geht eine Auslieferung mit einer Warnung durch.',
  'rules.maintenance.block':
    'Ausgeliefert werden kann, solange dieses oder ein anderes Wartungsfenster offen ist. Sonst wird nichts ausgeliefert.',
  'rules.maintenance.approval':
    'Ausgeliefert werden kann, solange dieses oder ein anderes Wartungsfenster offen ist. Sonst braucht eine Auslieferung eine Freigabe.',
  'rules.maintenance.warn':
    'Auslieferungen gehören in dieses oder ein anderes Wartungsfenster. Sonst gehen sie mit einer Warnung durch.',
  'rules.running': 'Laufende Auslieferungen',
  'rules.onRunning.finish':
    'Laufen zu Ende, auch wenn es inzwischen schliesst.',
  'rules.onRunning.pause':
    'Halten an, wenn es schliesst, und gehen weiter, wenn es öffnet.',
  'rules.rollbacks': 'Zurückrollen',
  'rules.rollbacksExempt':
    'Ist möglich, auf ein Artefakt, das dort schon erfolgreich gelaufen ist.',
  'rules.rollbacksBound': 'Wird wie jede andere Auslieferung behandelt.',
  'rules.origin': 'Herkunft',
  'rules.originCatalog': 'Der Katalog; bearbeitet wird es in Git',
  'rules.originFeed': 'Ein abonnierter Kalender; bearbeitet wird es dort',
  'rules.originPortal': 'Dieses Portal',
  'rules.originBusinessFunction':
    'Die Spitzenzeiten einer Geschäftsfunktion; bearbeitet wird es in Git',
  'rules.editSource': 'In Git bearbeiten',
  'rules.editPortal': 'Hier bearbeiten',
  'rules.degradedMark': 'Letzter guter Stand',
  'rules.degraded':
    'Der neueste Stand ist zurzeit nicht lesbar. Das ist der letzte gute, und er bleibt in Kraft.',
  'rules.link': 'Mehr dazu',
  'rules.why': 'Warum es hier gilt',
  'rules.reason': 'Grund',
  'releaseClass.standard': 'Standard',
  'releaseClass.major': 'Gross',
  'releaseClass.emergency': 'Notfall',
  'tier.unclassified': 'Nicht eingestuft',
  'moment.reader': 'Ihre Zeit ({{zone}})',
  'moment.calendar': 'Zeit des Kalenders ({{zone}})',
  'moment.utc': 'UTC',
  'reasons.remedy': 'Was zu tun ist',
  'reasons.until': 'Bis',
  'reasons.rule': 'Regel {{rule}}',
  'reasons.ruleOfPolicy': 'Regel {{rule}} der Richtlinie {{policy}}',
  'reasons.satisfied_one': '{{count}} Regel ist erfüllt',
  'reasons.satisfied_other': '{{count}} Regeln sind erfüllt',
  'resource.loading': '{{what}} wird geladen',
  'resource.failed': 'Das konnte nicht geladen werden: {{what}}',
  'resource.forbidden': 'Das dürfen Sie nicht sehen: {{what}}',
  'resource.forbiddenRemedy':
    'Es braucht die Berechtigung {{permission}}. Bitten Sie die Betreiber dieses Portals darum.',
  'resource.retry': 'Erneut versuchen',
  'windows.asStrip': 'Als Streifen zeigen',
  'windows.asTable': 'Als Tabelle zeigen',
  'windows.now': 'Jetzt',
  'windows.nothing': 'In diesem Zeitraum gilt kein Fenster.',
  'windows.label':
    '{{title}} ({{calendar}}): {{enforcement}} von {{start}} bis {{end}}',
  'windows.labelMany':
    '{{title}} ({{calendar}}): {{enforcement}}, {{times}}-mal von {{start}} bis {{end}}',
  'windows.why': 'Warum und wie',
  'windows.whyClose': 'Schliessen',
  'windows.whyOf': 'Warum und wie: {{title}}',
  'windows.calendarZone':
    'Zeit des Kalenders: {{start}} bis {{end}} ({{zone}})',
  'windows.keyboard':
    'Pfeiltasten wechseln zwischen den Zeiträumen eines Fensters.',
  'windows.everyEnvironment': 'Keine Umgebung dieses Dienstes',
  'windows.window': 'Fenster',
  'windows.effect': 'Wirkung',
  'windows.applies': 'Gilt für',
  'windows.begins': 'Beginnt',
  'windows.ends': 'Endet',
};
