import type { RegisterModel } from '@/lib/toimintamallit/register/model'

export const modelAddress = 'https://innokyla.fi/fi/toimintamalli/malli'

/** A model of which everything is known, but for the parts given. */
export const aModel = (parts: Partial<RegisterModel> = {}): RegisterModel => ({
  id: 'a',
  workPackageId: 'w',
  investmentIds: [],
  name: 'Malli (RRP, P4, I1)',
  innokylaUrl: modelAddress,
  described: true,
  listedInReportTable: false,
  tablePlace: null,
  piloted: 'yes',
  pilotedAsWritten: null,
  takenIntoUse: null,
  stayedInUse: 'partly',
  stayedInUseAsWritten: null,
  statusText: null,
  goals: ['Tavoite'],
  goalMet: 'partly',
  goalMetBasis: null,
  results: ['Tulos'],
  ownerAfterProject: 'Vastuualue',
  place: null,
  sectionRef: null,
  sectionTitle: null,
  note: null,
  titleTag: null,
  version: 1,
  addresses: [],
  evidence: 1,
  isOwnUnit: false,
  ...parts,
})
