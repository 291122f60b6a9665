/** The texts of the fields for templates, in German. */
export default {
  'entity.help': 'Tippen Sie einen Teil des Namens.',
  'entity.none': 'Kein Dienst heisst so.',
  'entity.loading': 'Dienste werden gesucht',
  'entity.failed':
    'Die Dienste können nicht gelesen werden, weil Continuity nicht antwortet. Versuchen Sie es später noch einmal.',
  'entity.retry': 'Noch einmal versuchen',
  'entity.option': '{{title}}, {{tier}}, {{rto}}',
  'entity.rto': 'zurück innert {{rto}}',
  'entity.noRto': 'keine Wiederherstellungszeit',
  'entity.unclassified': 'nicht eingestuft',
  'entity.unclassifiedMeans':
    'Niemand hat gesagt, was ein Ausfall bedeuten würde; darum zählt das Schlimmste.',
  'moment.zone': 'Uhrzeit von {{zone}}.',
  'moment.needs':
    'Wählen Sie Dienst und Umgebung; dann steht hier, ob dieser Zeitpunkt gesperrt ist.',
  'moment.past': 'Dieser Zeitpunkt ist vorbei.',
  'moment.skipped':
    'Dann wird die Uhr vorgestellt und überspringt diese Zeit; gemeint ist {{at}}.',
  'moment.twice':
    'Dann wird die Uhr zurückgestellt und zeigt diese Zeit zweimal.',
  'moment.first': 'Die erste, {{at}}',
  'moment.second': 'Die zweite, {{at}}',
  'moment.asking': 'Es wird gefragt, ob dieser Zeitpunkt gesperrt ist',
  'moment.open': 'Zu diesem Zeitpunkt steht kein Sperrfenster im Weg.',
  'moment.openBut':
    'Zu diesem Zeitpunkt steht kein Sperrfenster im Weg, aber anderes:',
  'moment.frozen': 'Zu diesem Zeitpunkt ist gesperrt',
  'moment.next': 'Nächste Öffnung: {{start}} bis {{end}}.',
  'moment.after': 'Nicht früher: {{why}}',
  'moment.take': 'Übernehmen',
  'moment.takeOf': '{{start}} übernehmen',
  'moment.noNext': 'In den nächsten 90 Tagen ist nichts so lange offen.',
  'moment.nextUnknown': 'Wann wieder offen ist, ist nicht bekannt: {{problem}}',
  'moment.unknown': 'Ob dieser Zeitpunkt gesperrt ist, ist nicht bekannt',
  'moment.unknownMeans':
    'Continuity antwortet nicht: {{problem}} Nehmen Sie an, er sei gesperrt, bis es antwortet.',
  'moment.retry': 'Noch einmal fragen',
  'class.title': 'Klasse dieses Releases',
  'class.unanswered_one':
    '{{count}} Frage ist nicht beantwortet und zählt, wie es am schlimmsten wäre.',
  'class.unanswered_other':
    '{{count}} Fragen sind nicht beantwortet und zählen, wie es am schlimmsten wäre.',
  'class.cost':
    'Darum ist es {{dear}}; nach dem, was beantwortet ist, wäre es {{cheap}}.',
  'class.noCost': 'Hier macht das keinen Unterschied.',
};
