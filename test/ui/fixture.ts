/** A Dublin warrant as `view` might show it: rich enough to see every part of the page, in plain data. */
import type {
  CaseView,
  ChangeView,
  ChoiceView,
  CitationView,
  DecisionView,
  DocumentView,
  EndingView,
  MeterView,
  PersonView,
  Rich,
  ScreenView,
  WhyView,
} from '../../src/view/index.ts'

/** `a *word*, a [term](term:stay) and a [law](law:us-sca-2703)` as spans. */
export const rich = (text: string): Rich =>
  text
    .split(/(\*[^*]+\*|\[[^\]]+\]\((?:term|law):[^)]+\))/)
    .filter(Boolean)
    .map(part => {
      const link = /^\[([^\]]+)\]\((term|law):([^)]+)\)$/.exec(part)
      if (link) return { kind: link[2] as 'term' | 'law', text: link[1]!, id: link[3]! }
      return part.startsWith('*') ? { kind: 'em', text: part.slice(1, -1) } : { kind: 'text', text: part }
    })

const cite = (id: string, citation: string, title: string, rest: Partial<CitationView> = {}): CitationView => ({
  id,
  citation,
  title,
  summary:
    'A provider must disclose the contents of a wire or electronic communication in electronic storage on a warrant issued by a court of competent jurisdiction. The statute of 1986 does not say whether the letters may lie abroad.',
  dates: 'in force since 21 October 1986',
  kind: 'Statute',
  verified: true,
  ...rest,
})

export const authorities = {
  sca: cite('us-sca-2703', '18 U.S.C. § 2703(a)', 'Stored Communications Act: content needs a warrant'),
  rule41: cite('us-rule-41', 'Fed. R. Crim. P. 41(b)', 'Search and seizure: venue of a warrant', {
    kind: 'Regulation',
    summary: 'A magistrate may issue a warrant for persons or property within the district.',
    dates: 'in this form from 1 December 2011 to 1 December 2016',
  }),
  francis: cite(
    'us-ms-francis-2014',
    '15 F. Supp. 3d 466 (S.D.N.Y. 2014)',
    'In re Warrant to Search a Certain E-Mail Account',
    {
      kind: 'Case',
      summary:
        'An SCA warrant is a hybrid: part search warrant, part subpoena. It reaches what the provider controls, wherever the bytes lie.',
      dates: '25 April 2014',
    },
  ),
  directive: cite(
    'eu-dir-95-46-25',
    'Directive 95/46/EC, arts. 25-26',
    'Transfers of personal data to third countries',
    {
      kind: 'Directive',
      summary:
        'Personal data may be transferred to a third country only if it ensures an adequate level of protection, or an exception of article 26 applies.',
      dates: 'in force from 24 October 1995 to 25 May 2018',
    },
  ),
  dpa: cite('ie-dpa-1988-2003', 'Data Protection Acts 1988 and 2003, s. 11', 'Irish law on transfers abroad', {
    summary:
      'Section 11 forbids a transfer to a country without adequate protection. The Commissioner may prohibit one by notice.',
    dates: 'in force from 1 July 2003 to 25 May 2018',
    verified: false,
    note: 'The section numbers were read in a consolidation, not in the original print.',
  }),
  mlat: cite(
    'us-ie-mlat-2001',
    'T.I.A.S. 13137',
    'Treaty between Ireland and the United States on mutual legal assistance',
    {
      kind: 'Treaty',
      summary:
        'Requests go from the Department of Justice to the Irish Central Authority, and are carried out by an order of an Irish judge.',
      dates: 'in force since 11 August 2009',
    },
  ),
} as const

const why: readonly WhyView[] = [
  {
    rule: 'us-sca-warrant-content',
    says: 'A provider served with a warrant on probable cause must disclose the content it possesses or controls.',
    holds: 'unknown',
    inForce: 'in force since 21 October 1986',
    facts: [
      {
        text: 'The instrument is a warrant under the Stored Communications Act',
        holds: 'yes',
        from: 'the warrant of 4 December 2013',
      },
      { text: 'A judge found probable cause', holds: 'yes', from: 'the warrant, paragraph 3' },
      { text: 'Staff in the United States can obtain the content', holds: 'yes', from: 'Ruth Adeyemi: “I can.”' },
      {
        text: 'The statute reaches what is controlled, not only what is stored, in the United States',
        holds: 'unknown',
        from: 'no court has ruled',
      },
    ],
    exceptions: [
      { text: 'A motion to vacate is pending', holds: 'no' },
      { text: 'A stay of the order is in force', holds: 'no' },
    ],
    against: [
      {
        rule: 'us-presumption-territorial',
        says: 'A statute that is silent about the world applies at home.',
        how: 'stands against it: neither rule overrides the other until a court has read the statute',
      },
    ],
    citations: [authorities.sca, authorities.rule41],
    unverified: false,
  },
]

const person = (
  id: string,
  name: string,
  role: string,
  wants: string,
  side: PersonView['side'],
  says: string | null = null,
): PersonView => ({
  id,
  name,
  role,
  wants,
  side,
  face: 'calm',
  says,
})

export const people = {
  ruth: person('ruth', 'Ruth Adeyemi', 'operations', 'a written instruction', 'us', 'I can. Should I?'),
  dara: person(
    'dara',
    'Dara Quinlan',
    'director, Nimbus Ireland',
    'not to be the one prosecuted',
    'us',
    'You do know I live here.',
  ),
  marcus: person('marcus', 'Marcus Vale', 'chief executive', 'no headline; then the right headline', 'us'),
  ines: person('ines', 'Ines Kessler', 'privacy officer', 'the channel', 'us'),
  brandt: person(
    'brandt',
    'Naomi Brandt',
    'Assistant U.S. Attorney',
    'her case, honestly made',
    'them',
    'I have a mother who calls me every Friday.',
  ),
  halloran: person(
    'halloran',
    'Judge Halloran',
    'magistrate',
    'a rule that works next week too',
    'bench',
    'Counsel, where is an e-mail?',
  ),
  rey: person('rey', 'Tomás Rey', 'reporter', 'a document', 'world'),
  agent: person('agent', 'The agent', 'special agent', 'the account by lunch', 'them', 'Fourteen days. Take ten.'),
}

const meter = (
  id: string,
  group: MeterView['group'],
  name: string,
  value: number,
  words: string,
  change = 0,
): MeterView => ({
  id,
  group,
  name,
  value,
  words,
  better: group === 'exposure' ? 'lower' : 'higher',
  change,
})

export const meters: readonly MeterView[] = [
  meter('exposure.us', 'exposure', 'United States', 34, 'real', 12),
  meter('exposure.ie', 'exposure', 'Ireland', 8, 'faint'),
  meter('exposure.eu', 'exposure', 'European Union', 22, 'possible', -4),
  meter('trust.eu-consumers', 'trust', 'EU consumers', 61, 'steady', 3),
  meter('trust.us-enterprise', 'trust', 'US enterprise', 70, 'firm'),
  meter('trust.galway-hospitals', 'trust', 'Hospitals in Galway', 47, 'wary', -6),
  meter('justice', 'case', 'Justice', 52, 'waiting', -4),
  meter('treasury', 'case', 'Treasury', 77, 'sound'),
  meter('standing', 'case', 'Standing', 64, 'good', 5),
]

const change = (
  id: string,
  by: number,
  whys: readonly string[],
  citations: readonly CitationView[] = [],
): ChangeView => {
  const found = meters.find(m => m.id === id)!
  return {
    meter: id,
    name: found.name,
    by,
    good: by > 0 === (found.better === 'higher'),
    reasons: whys.map((words, i) => ({
      rule: `${id.replace('.', '-')}-${i + 1}`,
      why: words,
      citations: i ? [] : citations,
    })),
  }
}

const changes: readonly ChangeView[] = [
  change(
    'exposure.us',
    12,
    ['A duty to disclose may already be owed, and the fourteen days are running.'],
    [authorities.sca],
  ),
  change('exposure.eu', -4, ['No letter has left Ireland yet.'], [authorities.directive]),
  change('trust.galway-hospitals', -6, [
    'They read it in a newspaper before they read it from you.',
    'Nobody has told them whether their mailboxes are next.',
  ]),
  change('justice', -4, ['Each week without the letters is a week in which a trail cools.']),
  change(
    'standing',
    5,
    ['You answered in time, in writing, and said what you would do and when.'],
    [authorities.francis],
  ),
]

export const decisions: readonly DecisionView[] = [
  {
    number: 1,
    date: '4 December 2013',
    scene: 'Four stapled pages',
    choice: rich('Give them the billing records now; move to vacate the rest.'),
    then: rich('The agent counts the pages twice. “This is the envelope,” he says. “I asked for the letter.”'),
    chances: [],
    changes,
  },
  {
    number: 2,
    date: '11 December 2013',
    scene: 'A stick by lunch',
    choice: rich('Freeze the mailbox, say nothing yet, call Dublin.'),
    then: rich('Dara picks up on the first ring. She has been waiting for this call for six years.'),
    chances: ['The account holder had deleted nothing: a chance of 700 in 1,000, because nobody had warned him.'],
    changes: [change('justice', 3, ['What is frozen cannot disappear.'], [authorities.sca])],
  },
]

const says = (us: ChoiceView['says'][number]['verdict'], ie: typeof us, eu: typeof us): ChoiceView['says'] => [
  {
    order: 'us',
    name: 'United States',
    verdict: us,
    text: 'Whether the warrant reaches Dublin has not been decided: by control it does, by location it does not.',
  },
  {
    order: 'ie',
    name: 'Ireland',
    verdict: ie,
    text: 'Irish law forbids a transfer abroad without adequate protection, unless an exception is met.',
  },
  {
    order: 'eu',
    name: 'European Union',
    verdict: eu,
    text: 'Directive 95/46 forbids it, if no exception of article 26 covers a foreign criminal order.',
  },
]

export const choices: readonly ChoiceView[] = [
  {
    id: 'give-everything',
    text: rich('Give them everything.'),
    aside: rich('A judge has signed; Ruth has a stick.'),
    acts: ['disclose-content'],
    predictions: [
      { meter: 'exposure.us', name: 'United States', way: 'down' },
      { meter: 'exposure.eu', name: 'European Union', way: 'up' },
      { meter: 'trust.eu-consumers', name: 'EU consumers', way: 'down' },
      { meter: 'justice', name: 'Justice', way: 'up' },
    ],
    says: says('contested', 'forbids', 'forbids'),
  },
  {
    id: 'billing-then-vacate',
    text: rich('Give them the billing records now; move to [vacate](term:motion-to-quash) the rest.'),
    aside: rich('No is a motion, not a mood.'),
    acts: ['disclose-records', 'move-to-quash'],
    predictions: [
      { meter: 'standing', name: 'Standing', way: 'up' },
      { meter: 'treasury', name: 'Treasury', way: 'down' },
      { meter: 'justice', name: 'Justice', way: 'either' },
    ],
    says: says('excuses', 'silent', 'permits'),
  },
  {
    id: 'freeze-and-call',
    text: rich('Freeze the mailbox, say nothing yet, call Dublin.'),
    aside: null,
    acts: ['preserve'],
    predictions: [
      { meter: 'justice', name: 'Justice', way: 'up' },
      { meter: 'exposure.us', name: 'United States', way: 'either' },
    ],
    says: says('contested', 'permits', 'silent'),
  },
  {
    id: 'call-the-prosecutor',
    text: rich('Call the prosecutor: will she go through Dublin herself?'),
    aside: rich('There is a door. It is marked *treaty*. It is merely slow.'),
    acts: ['offer-channel-mlat'],
    predictions: [
      { meter: 'standing', name: 'Standing', way: 'either' },
      { meter: 'justice', name: 'Justice', way: 'down' },
    ],
    says: says('obliges', 'permits', 'permits'),
  },
]

const paper = (
  id: string,
  kind: DocumentView['kind'],
  title: string,
  body: readonly string[],
  rest: Partial<DocumentView> = {},
): DocumentView => ({
  id,
  kind,
  title,
  from: null,
  to: null,
  date: '4 December 2013',
  stamp: null,
  body: body.map(rich),
  note: null,
  citations: [],
  isNew: false,
  ...rest,
})

export const documents: readonly DocumentView[] = [
  paper(
    'press-2013',
    'newspaper',
    'Cloud firm told to open Irish mailbox',
    [
      'NEW YORK. A federal magistrate has ordered a cloud company to hand over a customer’s letters that lie on a server near Dublin, according to a person who has seen four stapled pages and would rather not have.',
      'The company would not say whether it will obey. “We read our mail,” a spokesman said, and then asked that this not be printed.',
      'In Brussels an official said that there is a treaty for such things. In Washington an official said that there is a treaty for such things, and that it takes ten months.',
      'The hospitals of Galway, which keep their appointments on the same machines, learned of it from this newspaper.',
    ],
    { from: 'The Harbor Ledger', date: '9 December 2013' },
  ),
  paper(
    'ruling-2014',
    'order',
    'Memorandum and order',
    [
      'Section 2703 speaks of a warrant, and its text does not say how far a warrant under it goes. It is obtained like a search warrant; it is executed like a [subpoena](term:subpoena), by a provider who looks in its own drawers.',
      'It has long been the law that a subpoena requires the recipient to produce what is in its [possession, custody or control](term:control), wherever it lies.',
      'The motion is denied. So ordered.',
    ],
    {
      from: 'United States District Court, Southern District',
      date: '25 April 2014',
      stamp: 'FILED',
      citations: [authorities.francis],
    },
  ),
  paper(
    'email-ruth',
    'email',
    'Tool access, for the file',
    [
      'You asked who can reach the Dublin mailboxes from here. The answer is eleven people, me included. The tool writes a log line each time. Nobody reads the log.',
      'I can have it by lunch. I would like that in writing, either way.',
    ],
    { from: 'Ruth Adeyemi', to: 'General counsel', date: '4 December 2013, 10:02' },
  ),
  paper(
    'letter-galway',
    'letter',
    'Our patients’ letters',
    [
      'Dear counsel,',
      'We are eleven hospitals. We should like to know, before the newspapers do, whether any other government has asked for anything of ours.',
      'Yours, and waiting,',
    ],
    { from: 'Galway Hospitals Group', to: 'Nimbus, Legal', date: '12 December 2013' },
  ),
  paper(
    'transcript-2014',
    'transcript',
    'Hearing on the motion to vacate',
    [
      'THE COURT: Counsel, where is an e-mail?',
      'COUNSEL: In Dublin, Your Honour. On a disk, in a rack, in a building, with a street in front of it.',
      'THE COURT: And where is the person who can fetch it?',
      'COUNSEL: Down the corridor.',
      'THE COURT: That was candid.',
    ],
    { from: 'Southern District of New York', date: '12 March 2014' },
  ),
  paper(
    'warrant',
    'warrant',
    'Search and seizure warrant',
    [
      'To: any authorized law enforcement officer, and to Nimbus Corp., a provider of electronic communications.',
      'YOU ARE COMMANDED to disclose the contents of the account described in Attachment A, *wherever stored*, with all records and subscriber information, within fourteen days of service.',
      'There is [probable cause](term:probable-cause) to believe that the account contains evidence of violations of 21 U.S.C. 846. Issued under [18 U.S.C. 2703](law:us-sca-2703).',
    ],
    {
      from: 'United States District Court, Southern District of New York',
      to: 'Nimbus Corp.',
      stamp: 'Served 09:14',
      note: 'Written for this game after the form of such warrants. The real one is under seal.',
      citations: [authorities.sca, authorities.rule41],
      isNew: true,
    },
  ),
]

export const glossary: CaseView['glossary'] = [
  {
    id: 'probable-cause',
    term: 'Probable cause',
    text: 'Facts that make a careful person believe that evidence of a crime will be found in a certain place.',
    citations: [authorities.rule41],
  },
  {
    id: 'motion-to-quash',
    term: 'Motion to quash (or vacate)',
    text: 'A request to a court to cancel or narrow an order.',
    citations: [authorities.sca],
  },
  {
    id: 'subpoena',
    term: 'Subpoena',
    text: 'An order to bring papers or give testimony; it reaches what the receiver controls, often without a judge checking first.',
    citations: [],
  },
  {
    id: 'control',
    term: 'Possession, custody or control',
    text: 'The test of whether you must produce something: you have it, look after it, or can get it.',
    citations: [authorities.francis],
  },
  {
    id: 'stay',
    term: 'Stay',
    text: 'A pause of an order while something else, often an appeal, is decided.',
    citations: [],
  },
  {
    id: 'mlat',
    term: 'Mutual legal assistance treaty',
    text: 'A treaty by which one state asks another to gather evidence for it, under the other’s own law.',
    citations: [authorities.mlat],
  },
  {
    id: 'comity',
    term: 'Comity',
    text: 'The respect one court pays to the law of another country, short of obedience.',
    citations: [],
  },
]

const law: CaseView['law'] = {
  day: '4 December 2013',
  forum: 'United States Magistrate Judge, Southern District of New York',
  lab: 'lab/2013-12-04/us-sdny-magistrate/disclose-content/data.contentAt:ie',
  orders: [
    {
      id: 'us',
      name: 'United States',
      findings: [
        {
          order: 'us',
          orderName: 'United States',
          act: 'disclose-content',
          actText: 'disclose the content of the account',
          verdict: 'contested',
          text: 'Whether United States law obliges you to disclose content that lies in Dublin has not been decided.',
          readings: [
            {
              claim: 'Control: the statute reaches what the provider can obtain, wherever it lies.',
              taken: ['the prosecutor’s motion, December 2013'],
            },
            { claim: 'Location: the statute reaches only what lies in the United States.', taken: [] },
          ],
          whys: why,
          exposure: ['Contempt: a coercive fine per day, set by the judge; from 0 while the question is open.'],
        },
        {
          order: 'us',
          orderName: 'United States',
          act: 'disclose-records',
          actText: 'disclose the subscriber and traffic records',
          verdict: 'obliges',
          text: 'United States law obliges you to disclose the records.',
          readings: [],
          whys: [
            {
              ...why[0]!,
              rule: 'us-sca-records',
              holds: 'yes',
              says: 'A provider must disclose subscriber records on a warrant.',
              against: [],
              facts: why[0]!.facts.slice(0, 2),
            },
          ],
          exposure: [],
        },
        {
          order: 'us',
          orderName: 'United States',
          act: 'delete',
          actText: 'delete what is asked for',
          verdict: 'forbids',
          text: 'United States law forbids you to delete it.',
          readings: [],
          whys: [],
          exposure: ['Crime: up to 20 years for a person who destroys evidence.'],
        },
        {
          order: 'us',
          orderName: 'United States',
          act: 'notify-customer',
          actText: 'tell the customer',
          verdict: 'permits',
          text: 'No secrecy order is attached.',
          readings: [],
          whys: [],
          exposure: [],
        },
      ],
    },
    {
      id: 'ie',
      name: 'Ireland',
      findings: [
        {
          order: 'ie',
          orderName: 'Ireland',
          act: 'disclose-content',
          actText: 'disclose the content of the account',
          verdict: 'forbids',
          text: 'Irish law forbids you to send the content abroad on a foreign order.',
          readings: [],
          whys: [
            {
              ...why[0]!,
              rule: 'ie-transfer',
              says: 'Personal data may not leave for a country without adequate protection.',
              citations: [authorities.dpa],
              unverified: true,
            },
          ],
          exposure: ['Money: up to 100,000 EUR, after a notice.'],
        },
        {
          order: 'ie',
          orderName: 'Ireland',
          act: 'obey-irish-order',
          actText: 'obey an Irish order made on a treaty request',
          verdict: 'silent',
          text: 'No such order has been made.',
          readings: [],
          whys: [],
          exposure: [],
        },
      ],
    },
    {
      id: 'eu',
      name: 'European Union',
      findings: [
        {
          order: 'eu',
          orderName: 'European Union',
          act: 'disclose-content',
          actText: 'disclose the content of the account',
          verdict: 'contested',
          text: 'Whether an exception covers a foreign criminal order has never been ruled on.',
          readings: [
            { claim: 'Article 26 covers legal claims abroad.', taken: [] },
            {
              claim: 'Article 26 does not cover a demand that bypasses the treaty.',
              taken: ['Article 29 Working Party, in general terms'],
            },
          ],
          whys: [{ ...why[0]!, rule: 'eu-transfer', citations: [authorities.directive] }],
          exposure: [],
        },
      ],
    },
  ],
  conflicts: [
    {
      text: 'United States law may oblige you to disclose the content; Irish law forbids it. No answer meets both.',
      level: 'possible',
      dissolve: [
        'whether the statute reaches what is controlled abroad',
        'whether an exception of Irish transfer law covers a foreign criminal order',
      ],
    },
  ],
}

const sites: CaseView['stage']['sites'] = [
  { id: 'hq', name: 'Nimbus, Legal', lon: -122.1, lat: 47.6, kind: 'office', holds: [] },
  { id: 'iowa', name: 'Des Moines', lon: -93.6, lat: 41.6, kind: 'datacentre', holds: ['metadata'] },
  { id: 'sdny', name: 'New York', lon: -74, lat: 40.7, kind: 'court', holds: [] },
  { id: 'dublin', name: 'Dublin', lon: -6.3, lat: 53.35, kind: 'datacentre', holds: ['content'] },
  { id: 'castle', name: 'Central Authority', lon: -6.2, lat: 53.3, kind: 'authority', holds: [] },
  { id: 'brussels', name: 'Brussels', lon: 4.35, lat: 50.85, kind: 'authority', holds: [] },
]

const eu = [
  '040',
  '056',
  '100',
  '191',
  '196',
  '203',
  '208',
  '233',
  '246',
  '250',
  '276',
  '300',
  '348',
  '372',
  '380',
  '428',
  '440',
  '442',
  '528',
  '616',
  '620',
  '642',
  '703',
  '705',
  '724',
  '752',
  '826',
]

export const office: CaseView = {
  level: {
    id: 'dublin-warrant',
    title: 'The Dublin warrant',
    subtitle: 'In re Search Warrant, Account in Dublin',
    version: '1.0.0',
    brief: rich('One mailbox, two states.'),
  },
  scene: {
    id: 'service',
    title: 'Four stapled pages',
    date: '4 December 2013, 09:14',
    place: 'Legal, eleventh floor',
    text: [
      'The agent is polite. He has a coffee, a badge and four stapled pages, and he puts the pages on your desk as if they might wake somebody.',
      'One mailbox. Names, card details, everything written and received. A magistrate in New York [signed it](law:us-sca-2703) this morning.',
      'Ruth from operations reads over your shoulder. “Billing records are ours, here. The mail itself –” she turns the page to see whether there is more. There is not. “The mail is in Dublin. I can have it on a stick by lunch. I am only saying that I *can*.”',
      'The agent looks at the coffee. “Fourteen days,” he says. “There is a girl dead in this one, counsel. Take ten.”',
    ].map(rich),
    hearing: false,
    papers: [],
  },
  last: null,
  choices,
  documents,
  meters: meters.map(m => ({ ...m, change: 0 })),
  law,
  stage: {
    kind: 'office',
    name: 'Legal, eleventh floor',
    light: 'morning',
    people: [people.ruth, people.agent],
    sites,
    travels: [{ what: 'warrant', from: 'sdny', to: 'hq' }],
    orders: [
      { id: 'us', name: 'United States', countries: ['840'] },
      { id: 'ie', name: 'Ireland', countries: ['372'] },
      { id: 'eu', name: 'European Union', countries: eu },
    ],
    hearing: null,
    describes:
      'An office on the eleventh floor in the morning. Ruth Adeyemi reads four pages over your shoulder; a federal agent waits. On the chart a warrant has come from New York to your desk; the letters lie in Dublin, the records in Des Moines.',
  },
  cast: Object.values(people).map(p => ({ ...p, says: null })),
  glossary,
  authorities: Object.values(authorities),
  decisions: [],
  ending: null,
  canUndo: false,
  mode: 'practice',
  showPredictions: true,
  code: 'COMITY-1-DUBWAR-7Q2K-P0-4J8M-XW3T-9RCD',
}

export const court: CaseView = {
  ...office,
  scene: {
    id: 'magistrate',
    title: 'Where is an e-mail?',
    date: '12 March 2014',
    place: 'Courtroom 11C, Southern District of New York',
    text: [
      'The courtroom is small and too warm. The magistrate has read the papers, which is worse than when they have not.',
      '“Counsel,” he says. “I have a practical mind. If I type a letter in this room, and your machine puts it in Ireland because I once ticked a box, where is the letter?”',
      'AUSA Brandt does not look up. She has written one word on her pad and underlined it: *control*.',
    ].map(rich),
    hearing: true,
    papers: [],
  },
  last: decisions[0]!,
  decisions,
  canUndo: true,
  meters,
  stage: {
    ...office.stage,
    kind: 'courtroom',
    name: 'Courtroom 11C',
    light: 'day',
    people: [
      people.halloran,
      people.brandt,
      {
        ...person('you', 'You', 'general counsel', '', 'us'),
        says: 'In Dublin, Your Honour. With a street in front of it.',
      },
    ],
    travels: [
      { what: 'brief', from: 'hq', to: 'sdny' },
      { what: 'letter', from: 'dublin', to: 'sdny' },
    ],
    hearing: {
      motion: 'Motion to vacate the warrant',
      bench: people.halloran,
      counsel: people.brandt,
      points: [
        { text: 'The statute says “warrant”, and a warrant has always stopped at the border.', side: 'us' },
        { text: 'It is executed like a subpoena, by the provider, from a desk in this country.', side: 'them' },
      ],
    },
    describes: 'A courtroom. Judge Halloran on the bench, AUSA Brandt to the left, you to the right.',
  },
}

const ending: EndingView = {
  id: 'reversed-2016',
  title: 'The warrant stops at the water',
  tone: 'won',
  text: [
    'Three judges, forty-three pages, one sentence that will be quoted: Congress did not say that it meant Dublin, and so it did not mean Dublin.',
    'Marcus has the headline framed. Dara sends a photograph of a cake. Brandt sends one line: *See you in Congress.*',
  ].map(rich),
  lesson: rich(
    'You won above because you had said it below: the statutory argument was [preserved](term:stay), no copy lay in the United States, and you were in contempt by agreement, so that there was something to appeal.',
  ),
  otherSide: rich(
    'A company chose, by a drop-down, which country’s judges may see the evidence in a killing. The treaty took ten months in the cases where it worked at all. You did not protect a right; you protected a floor plan.',
  ),
  verdicts: meters.map((m, i) => ({
    meter: m,
    text: [
      'Low, because the order was vacated.',
      'Firm, because nothing left without an Irish judge.',
      'Thin: the letters came two years too late to matter.',
    ][i % 3]!,
    reasons: i % 2 ? [] : [changes[i % changes.length]!],
  })),
  history: [
    {
      date: '4 December 2013',
      text: rich(
        'A magistrate judge in New York issued a warrant to Microsoft for one account; the content lay in Dublin.',
      ),
      citations: [authorities.francis],
      verified: true,
    },
    {
      date: '14 July 2016',
      text: rich(
        'The Second Circuit reversed: section 2703 does not authorize a warrant for content stored exclusively abroad.',
      ),
      citations: [
        cite('us-ms-2dcir-2016', '829 F.3d 197 (2d Cir. 2016)', 'Microsoft v. United States', { kind: 'Case' }),
      ],
      verified: true,
    },
    {
      date: '17 April 2018',
      text: rich(
        'The Supreme Court held the case moot under the new statute of 23 March 2018. The mail was handed over.',
      ),
      citations: [
        cite('us-sca-2713', '18 U.S.C. § 2713', 'CLOUD Act: wherever located', {
          dates: 'in force since 23 March 2018',
        }),
      ],
      verified: false,
    },
  ],
  simplified: [
    {
      what: 'One motion stands for several papers.',
      why: 'The real file has more than ninety briefs; the arguments in them are four.',
    },
    {
      what: 'The hospitals of Galway are invented.',
      why: 'Nobody knows which customers asked, and a matter needs somebody who does.',
    },
  ],
  questions: [
    'Should the place of a letter be where the disk is, where the writer is, or where the key is?',
    'If you had been Brandt, would you have used the treaty?',
    'What would you say to Irish judges who never saw the warrant?',
  ],
  citations: [authorities.sca, authorities.mlat],
}

export const ended: CaseView = {
  ...court,
  scene: {
    ...court.scene,
    id: 'reversed-2016',
    title: ending.title,
    date: '14 July 2016',
    place: 'Second Circuit',
    text: ending.text,
    hearing: false,
    papers: [],
  },
  choices: [],
  stage: { ...court.stage, kind: 'map', light: 'evening', hearing: null, people: [] },
  ending,
  decisions: [
    ...decisions,
    {
      ...decisions[0]!,
      number: 3,
      date: '29 August 2014',
      scene: 'The stay is lifted',
      choice: rich('Refuse, and agree to be held in contempt.'),
    },
  ],
}

const shared = {
  notices: [],
  settings: { theme: 'auto', motion: 'auto', predictions: true, stage: false },
  lawDate: '22 November 2026',
} as const

const matter = {
  id: 'dublin-warrant',
  title: 'The Dublin warrant',
  subtitle: 'In re Search Warrant, Account in Dublin',
  brief:
    'A magistrate in New York wants a mailbox. The mailbox lies in Dublin. A girl is dead, a treaty is slow, and eleven people down the corridor could fetch the letters by lunch.',
  date: '4 December 2013',
  minutes: 40,
  saved: null,
}

/** Every screen of the page, by name. */
export const screens: Readonly<Record<string, ScreenView>> = {
  start: { ...shared, kind: 'start', matters: [matter] },
  resume: {
    ...shared,
    kind: 'start',
    notices: [
      {
        id: 'n1',
        tone: 'warning',
        text: 'This browser keeps no saves in private mode. Save to a file before you leave.',
      },
    ],
    matters: [
      { ...matter, saved: { scene: 'The stay is lifted', date: '29 August 2014', decisions: 6, ended: false } },
    ],
  },
  empty: { ...shared, kind: 'start', matters: [] },
  loading: { ...shared, kind: 'loading', what: 'The matter is being brought up from the registry ...' },
  play: { ...shared, kind: 'play', case: office, stage: 'off' },
  court: {
    ...shared,
    kind: 'play',
    case: court,
    stage: 'failed',
    notices: [{ id: 'n2', tone: 'info', text: 'Saved.' }],
  },
  ended: { ...shared, kind: 'play', case: ended, stage: 'off' },
  problem: {
    ...shared,
    kind: 'problem',
    title: 'This result code cannot be replayed',
    kept: 'Your own play of the Dublin warrant is untouched: 6 decisions, saved.',
    problems: [
      {
        code: 'choice-no-longer-fits',
        severity: 'error',
        where: { file: 'result code', path: ['choices', 4] },
        what: 'The fifth decision, “seek-review”, is not open in scene “magistrate” of version 1.0.0.',
        why: 'The code was made with another version of this matter, so what followed cannot be worked out.',
        mend: 'Ask for a code made with version 1.0.0, or replay the four decisions that fit. Did you mean “ask-review”?',
      },
      {
        code: 'unknown-seed',
        severity: 'warning',
        where: {},
        what: 'The code carries no seed.',
        why: 'Chance is drawn from it.',
        mend: 'The seed 0 was used.',
      },
    ],
  },
}
