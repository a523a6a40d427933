import type { RecordPart, RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { type CountySettings, namedRoles, roleNameField } from '@/lib/access/county/model'
import { countyReasonLabels, roleLabels } from '@/lib/access/labels'
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

const errors = ['access.error.email', 'people.error.businessId', 'people.error.roleName', 'people.error.region']

/** What the forms about the county say. */
export function countyWords(t: Words): RecordWords {
  const own = Object.fromEntries(Object.entries(countyReasonLabels).map(([reason, key]) => [reason, t(key)]))
  return recordWords(t, { reasons: own, errors })
}
