import { z } from 'zod'
import { fundingSources, vatBases } from '@/lib/finance/model'
import { attachmentTypes, paymentTypes, readMonth } from '@/lib/finance/treasury/model'
import { projectPlace } from '@/lib/projects/schema'

// What each field is called in the order, so that it can be mapped without asking.
const id = z.uuid().describe('Tiedon pysyvä tunniste')
const text = z.string().min(1)
const told = text.nullable()
const day = z.iso.date()
const amount = z.string().regex(/^-?\d+\.\d{2}$/)
const businessId = z.string().regex(/^\d{7}-\d$/)

const share = z.strictObject({
  source: z
    .enum(fundingSources)
    .describe('Rahoituslähde; other_eu on muu EU-rahoitus ja national kansallinen rahoitus'),
  percent: amount.describe('Osuus prosentteina, osuudet yhteensä enintään 100,00'),
  note: told,
})

const owner = z.strictObject({
  id,
  firstNames: text.describe('Etunimet'),
  lastName: text.describe('Sukunimi'),
  bornOn: day.describe('Syntymäaika'),
  roleFrom: day.describe('Tosiasiallisena edunsaajana alkaen'),
})

const contractor = {
  id,
  name: text.describe('Toimijan nimi'),
  businessId: businessId.nullable().describe('Y-tunnus; tyhjä, jos ei ole kerrottu'),
  beneficialOwners: z.array(owner).describe('Toimijan tosiasialliset edunsaajat'),
}

const supportItem = z.strictObject({
  id,
  implementer: text.describe('Toimenpiteen toteuttaja'),
  supportId: text.describe('Tuen yksilöivä tunnus'),
  supportType: text.describe('Tukimuoto'),
  name: text.describe('Tuen nimi'),
  recipient: z.strictObject({
    type: text.describe('Tuensaajan tyyppi'),
    id: told.describe('Tuensaajan tunniste'),
    name: text.describe('Tuensaajan nimi'),
    businessId: businessId.describe('Tuensaajan Y-tunnus'),
    beneficialOwners: z.array(owner).describe('Tuensaajan tosiasialliset edunsaajat'),
  }),
  payments: z
    .array(
      z.strictObject({
        id,
        type: z.enum(paymentTypes).describe('Maksun tyyppi: ennakko, maksatus, loppumaksatus, takaisinperintä'),
        paidOn: day.describe('Maksupäivä'),
        amount: amount.describe('Euroa; takaisinperintä on negatiivinen'),
        note: told,
      }),
    )
    .describe('Kuukauden maksut'),
  paidInMonth: amount.describe('Kuukauden maksut yhteensä, euroa'),
  paidByEndOfMonth: amount.describe('Maksettu alusta kuukauden loppuun yhteensä, euroa'),
})

const procurement = z.strictObject({
  id,
  number: text.describe('Hankinnan tunnus'),
  title: text.describe('Hankinta'),
  amount: amount.nullable().describe('Euroa; tyhjä, jos summa ei ole tiedossa'),
  amountAsWritten: told.describe('Summa niin kuin lähde sen kirjoittaa'),
  vatBasis: z.enum(vatBases).nullable().describe('Sisältääkö summa arvonlisäveron'),
  supplier: told.describe('Toimittaja'),
  isSmall: z.boolean().describe('Pienhankinta'),
  caseNumber: text.describe('Asianumero'),
  decision: z.strictObject({ text: told, decidedOn: day.nullable() }).describe('Hankintapäätös'),
  contract: z.strictObject({ text: told, contractOn: day.nullable() }).describe('Hankintasopimus'),
  fundingShares: z.array(share).describe('Hankinnan rahoitusosuudet'),
  contractors: z
    .array(
      z.strictObject({
        ...contractor,
        subcontractors: z.array(z.strictObject(contractor)).describe('Toimijan alihankkijat'),
      }),
    )
    .min(1)
    .describe('Toimijat ja alihankkijat'),
})

/** The monthly file. Its JSON Schema is published in docs/state-treasury-file.schema.json. */
export const documentSchema = z.strictObject({
  format: z.literal('etappi-state-treasury').describe('Tiedoston laji'),
  version: z.literal(1).describe('Tiedoston muodon versio'),
  readme: z.array(text).describe('Mitä tiedosto sisältää'),
  order: z.literal('VK/2096/2024').describe('Valtiokonttorin määräys'),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .describe('Kuukausi'),
  project: z.strictObject({ key: text, name: text, organisation: text }).describe('Hanke'),
  supportItems: z.array(supportItem).min(1).describe('Tuet'),
  fundingShares: z.array(share).min(1).describe('Hankkeen rahoitus lähteittäin, muu EU-rahoitus ja kansallinen mukana'),
  procurements: z.array(procurement).describe('Hankinnat, joilla on päätös, sopimus tai toimija'),
  attachments: z
    .array(
      z.strictObject({
        id,
        type: z.enum(attachmentTypes).describe('Liitteen tyyppi'),
        name: text.describe('Liite'),
        caseNumber: text.describe('Asianumero'),
        datedOn: day.nullable().describe('Päiväys'),
      }),
    )
    .describe('Liitteet'),
})
export type TreasuryDocument = z.output<typeof documentSchema>

/** A kept file; null when it is none of this form, as a package of a project could bring one. */
export function readDocument(content: string): TreasuryDocument | null {
  try {
    return documentSchema.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}

/** The JSON Schema of the file (draft 2020-12), as it lies in docs/state-treasury-file.schema.json. */
export function documentJsonSchema(): object {
  return {
    ...z.toJSONSchema(documentSchema, { reused: 'ref' }),
    title: 'Etappi: State Treasury file',
    description:
      'The monthly data of a project for the State Treasury by the groups of order VK/2096/2024, version 1. See docs/decisions/041-state-treasury-file.md.',
  }
}

/** Which month's file is to be made. */
export const makeFileSchema = z.object({
  ...projectPlace,
  month: z.string().refine((text) => readMonth(text) !== null, 'finance.error.missing'),
})
