/** The texts of delegations, in German. */
export default {
  what: 'die Stellvertretungen',
  given: 'Wer an meiner Stelle entscheidet',
  received: 'An wessen Stelle ich entscheide',
  'column.given': 'Entscheidet für mich',
  'column.received': 'Ich entscheide für',
  'column.state': 'Zustand',
  'column.time': 'Von – bis',
  'column.reason': 'Grund',
  'column.act': 'Beenden',
  inForce: 'Gilt jetzt',
  toCome: 'Kommt noch',
  noReason: 'Keiner angegeben',
  end: 'Beenden',
  endOf: 'Stellvertretung durch {{who}} beenden',
  endMeans:
    'Von jetzt an entscheiden Sie wieder selbst. Was bis jetzt an Ihrer Stelle entschieden wurde, bleibt entschieden.',
  'empty.given': 'Niemand entscheidet an Ihrer Stelle.',
  'empty.givenRemedy':
    'Geben Sie Ihre Stelle jemandem, bevor Sie abwesend sind: Sonst wartet, was Sie braucht.',
  'empty.received': 'Sie entscheiden an niemandes Stelle.',
  'form.title': 'Meine Stelle jemandem geben',
  'form.means':
    'Die Person darf während höchstens 92 Tagen freigeben und ablehnen, was Sie dürften. Was Sie nicht freigeben dürfen, weil Sie es geschrieben haben, darf sie auch nicht an Ihrer Stelle; und niemand gibt eine Stelle weiter, die ihm gegeben wurde.',
  'form.noPlace':
    'Sie haben keine Stelle zu geben: Änderungen freigeben braucht die Berechtigung continuity.change.approve.',
  'form.to': 'Wer für mich entscheidet',
  'form.toHelp': 'Wird mit einem Teil des Namens gefunden',
  'form.start': 'Von',
  'form.end': 'Bis',
  'form.zoneHelp': 'Auf Ihrer Uhr, {{zone}}',
  'form.reason': 'Grund',
  'form.reasonHelp': 'Wer für Sie entscheidet, liest ihn; freiwillig',
  'form.give': 'Meine Stelle geben',
  'form.giving': 'Wird gegeben',
  'form.given': 'Ihre Stelle ist gegeben',
};
