import type { RecordPart, RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { type CountySettings, namedRoles, roleNameField } from '@/lib/access/county/model'
import { countyReasonLabels, factorRuleLabels, roleLabels } from '@/lib/access/labels'
import { type FactorRule, factorRules, type Touched } from '@/lib/access/second-factor/demand/model'
import { locales } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'

/** Where people write to the county, and its business ID. */
export function countyFields(t: Words, { contactEmail, businessId }: CountySettings): RecordPart[] {
  const own = (name: string) => t(`people.county.${name}`)
  return [
    { as: 'line', name: 'contactEmail', label: own('contact'), help: own('contactHelp'), known: contactEmail ?? '' },
    {
      as: 'line',
      name: 'businessId',
      label: own('businessId'),
      help: own('businessIdHelp'),
      width: 'short',
      known: businessId ?? '',
    },
  ]
}

/**
 * What each role is called in each language.
 * @param plain the product's own words: the name that a role has without one of the county's
 */
export function roleNameFields(t: Words, plain: Words, { roleLabels: labels }: CountySettings): RecordPart[] {
  return namedRoles().map((role) => ({
    as: 'group',
    name: role,
    label: plain(roleLabels[role]),
    layout: 'grid',
    fields: locales.map((locale) => ({
      as: 'line',
      name: roleNameField(role, locale),
      label: t(`people.language.${locale}`),
      width: 'full',
      known: labels[role]?.[locale] ?? '',
    })),
  }))
}

/** Of whom the county demands a second factor; each choice says how many people it asks, before it is saved. */
export function factorRuleFields(
  t: Words,
  { factorRule }: CountySettings,
  touched: Readonly<Record<FactorRule, Touched>>,
): RecordPart[] {
  const own = (name: string, values?: Record<string, string>) => t(`people.county.${name}`, values)
  const label = (rule: FactorRule): string => {
    const { asked, without } = touched[rule]
    const told = { rule: t(factorRuleLabels[rule]), asked: String(asked), without: String(without) }
    return rule === 'nobody' ? told.rule : own('factorTouched', told)
  }
  const options = factorRules.map((rule) => ({ value: rule, label: label(rule) }))
  return [{ as: 'choice', name: 'rule', label: own('factorField'), options, known: factorRule }]
}

/** The county that the own one is in official statistics. */
export function regionFields(
  t: Words,
  { chosen, counties }: { chosen: string | null; counties: readonly { code: string; title: string }[] },
): RecordPart[] {
  return [
    {
      as: 'choice',
      name: 'code',
      label: t('people.county.regionField'),
      options: counties.map(({ code, title }) => ({ value: code, label: title })),
      empty: t('people.county.regionByName'),
      known: chosen ?? '',
    },
  ]
}

const errors = [
  'access.error.email',
  'people.error.businessId',
  'people.error.roleName',
  'people.error.region',
  'people.error.factorRule',
]

/** What the forms about the county say. */
export function countyWords(t: Words): RecordWords {
  const own = Object.fromEntries(Object.entries(countyReasonLabels).map(([reason, key]) => [reason, t(key)]))
  return recordWords(t, { reasons: own, errors })
}
