import type { AddressFault, InnokylaField } from '@/lib/toimintamallit/innokyla/model'

export const innokylaFieldLabels: Record<InnokylaField, string> = {
  name: 'toimintamallit.innokyla.field.name',
  shortDescription: 'toimintamallit.innokyla.field.shortDescription',
  place: 'toimintamallit.innokyla.field.place',
  area: 'toimintamallit.innokyla.field.area',
  funder: 'toimintamallit.innokyla.field.funder',
  collection: 'toimintamallit.innokyla.field.collection',
  authors: 'toimintamallit.innokyla.field.authors',
  dates: 'toimintamallit.innokyla.field.dates',
  basicIdea: 'toimintamallit.innokyla.field.basicIdea',
  conditions: 'toimintamallit.innokyla.field.conditions',
  context: 'toimintamallit.innokyla.field.context',
  path: 'toimintamallit.innokyla.field.path',
}

export const addressFaultLabels: Record<AddressFault, string> = {
  MISSING: 'toimintamallit.innokyla.fault.missing',
  NOT_HTTPS: 'toimintamallit.innokyla.fault.notHttps',
  OTHER_SITE: 'toimintamallit.innokyla.fault.otherSite',
  NO_LANGUAGE: 'toimintamallit.innokyla.fault.noLanguage',
  NOT_A_MODEL: 'toimintamallit.innokyla.fault.notAModel',
  NO_NAME: 'toimintamallit.innokyla.fault.noName',
  TOO_MUCH: 'toimintamallit.innokyla.fault.tooMuch',
}
