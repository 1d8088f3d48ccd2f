/** Moments to start the lab from. Each is a question somebody really had on a desk; the law answers it, not this file. */
import type { LabState } from './lawroom.ts'

/** A start for the lab. */
export interface Preset extends LabState {
  readonly id: string
  readonly title: string
  readonly about: string
}

/** A warrant from New York for one mailbox in Dublin, as it stood on the day it was served. */
const warrant: LabState['facts'] = {
  'demand.served': true,
  'demand.asker': 'us',
  'demand.instrument': 'sca-warrant',
  'demand.wantsContent': true,
  'demand.wantsRecords': true,
  'demand.probableCause': true,
  'demand.secrecy': 'none',
  'demand.recipient': 'us-parent',
  'demand.seriousCrime': true,
  'demand.byJudge': true,
  'demand.daysSinceService': 3,
  'demand.emergency': false,
  'data.contentAt': 'ie',
  'data.usCopy': false,
  'data.localised': false,
  'data.recordsInUs': true,
  'data.recordsDisclosed': false,
  'data.preserved': false,
  'data.deleted': false,
  'data.disclosed': false,
  'keys.holder': 'provider',
  'provider.usPresence': true,
  'provider.usControl': true,
  'provider.irishSubsidiary': true,
  'provider.transferTool': 'contracts',
  'provider.offersService': true,
  'provider.localCompany': true,
  'provider.processor': false,
  'person.usPerson': null,
  'person.declaredCountry': 'ie',
  'procedure.preservationAsked': false,
  'procedure.motionPending': false,
  'procedure.stay': false,
  'procedure.motionDenied': false,
  'procedure.contempt': 'none',
  'procedure.appealPending': false,
  'procedure.affirmed': false,
  'procedure.mlatRequested': false,
  'procedure.irishOrder': false,
  'procedure.irishNotice': false,
  'procedure.newWarrant': false,
  'world.precedentReading': 'none',
}

const preset = (
  [id, title, about]: readonly [string, string, string],
  [day, forum]: readonly [string, string | null],
  facts: LabState['facts'] = {},
  act = 'disclose-content',
): Preset => ({ id, title, about, day, forum, act, facts: { ...warrant, ...facts }, suppose: {} })

/** A foreign order for content in the United States, from a state that has a company of the group on its soil. */
const abroad = (asker: string): LabState['facts'] => ({
  'demand.asker': asker,
  'demand.instrument': 'foreign-order',
  'demand.probableCause': false,
  'demand.recipient': 'local-company',
  'data.contentAt': 'us',
  'person.usPerson': false,
  'person.residence': asker,
  'person.declaredCountry': 'elsewhere',
})

/** The starts of the lab, oldest law first. */
export const presets: readonly Preset[] = [
  preset(
    ['dublin-2013', 'The Dublin warrant, December 2013', 'A magistrate in New York asks for mail that lies in Dublin.'],
    ['2013-12-04', 'us-sdny-magistrate'],
  ),
  preset(
    [
      'brazil-2016',
      'A Brazilian order, July 2016',
      'A judge in Brazil asks the local company for mail kept in America.',
    ],
    ['2016-07-18', null],
    abroad('br'),
  ),
  preset(
    ['circuit-2016', 'After the Second Circuit, August 2016', 'The same warrant, a month after the provider has won.'],
    ['2016-08-01', 'us-2d-cir'],
  ),
  preset(
    [
      'cloud-act-2018',
      'After the CLOUD Act, April 2018',
      'The same warrant: the statute now says where does not matter.',
    ],
    ['2018-04-20', 'us-sdny'],
  ),
  preset(
    ['china-2022', 'Mail in China, November 2022', 'An American warrant for content that a Chinese data centre holds.'],
    ['2022-11-03', 'us-nd-cal'],
    {
      'data.contentAt': 'cn',
      'data.recordsInUs': false,
      'person.usPerson': false,
      'person.residence': 'cn',
      'person.declaredCountry': 'elsewhere',
      'provider.chineseCritical': false,
      'procedure.chineseApproval': false,
    },
  ),
  preset(
    [
      'uk-direct-2022',
      'A British direct order, November 2022',
      'London asks the American parent, under the agreement.',
    ],
    ['2022-11-03', null],
    {
      ...abroad('uk'),
      'demand.instrument': 'agreement-order',
      'demand.recipient': 'us-parent',
      'provider.localCompany': false,
      'person.nationality': 'uk',
      'procedure.ukPreservationOrder': false,
    },
  ),
  preset(
    ['gdpr-2026', 'A New York warrant, November 2026', 'Mail of an Irish customer in Dublin, under today’s law.'],
    ['2026-11-01', 'us-sdny'],
    {
      'person.usPerson': false,
      'person.residence': 'ie',
      'person.nationality': 'elsewhere',
      'comity.lawAtRisk': 'eu',
      'provider.representative': true,
      'procedure.objection': 'none',
    },
  ),
  preset(
    [
      'e-evidence-2026',
      'A European Production Order, November 2026',
      'A judge in the Union asks for mail kept in America.',
    ],
    ['2026-11-01', null],
    {
      ...abroad('eu'),
      'demand.instrument': 'production-order',
      'person.residence': 'elsewhere',
      'provider.representative': true,
      'procedure.objection': 'none',
    },
  ),
]
