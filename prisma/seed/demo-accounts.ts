// Accounts of the demo data: roles, never people. The sign-in page of a demo offers them, and `npm run up` lists them.
import type { Role } from '@/lib/access/model'

export type DemoAccount = {
  email: string
  password: string
  /** Shown wherever a person's name stands */
  name: string
  /** What the account is for, in Finnish like the rest of the demo */
  label: string
  organisation: 'kainuu' | 'kanta-hame' | 'kansallinen'
  role: Role
  /** The project the account works in; null when the role covers the whole organisation */
  project: string | null
  /** Every project it has the role in */
  projects: readonly string[]
  /** Beginnings of the names of the units it reports for */
  units: readonly string[]
}

/** One password for all: these accounts exist only where demo data was asked for. */
export const demoPassword = 'etappi-demo-2025'

function kainuu(email: string, label: string, role: Role, units: readonly string[] = []): DemoAccount {
  const all = role === 'admin'
  return {
    email: `${email}@kainuu.example`,
    password: demoPassword,
    name: label,
    label,
    organisation: 'kainuu',
    role,
    project: all ? null : 'kkk2',
    projects: all ? [] : ['kkk2', 'tyhja'],
    units,
  }
}

function kantaHame(email: string, label: string, role: Role, units: readonly string[] = []): DemoAccount {
  return {
    email: `${email}@kanta-hame.example`,
    password: demoPassword,
    name: label,
    label,
    organisation: 'kanta-hame',
    role,
    project: 'syli',
    projects: ['syli'],
    units,
  }
}

export const demoAccounts: readonly DemoAccount[] = [
  kainuu('koordinaattori1', 'Koordinaattori 1', 'coordinator', ['P3-IPS', 'P4-I1A-TP1', 'P4-I1A-TP3', 'P4-I1A-TP4']),
  kainuu('koordinaattori2', 'Koordinaattori 2', 'coordinator', ['P4-I1A-TP2', 'P4-I1A-TP5', 'P4-I3']),
  kainuu('koordinaattori3', 'Koordinaattori 3', 'coordinator', ['P4-I1B', 'P4-I2']),
  kainuu('koordinaattori4', 'Koordinaattori 4', 'coordinator', ['P4-I4']),
  kainuu('johtaja', 'Projektijohtaja', 'director'),
  kainuu('talous', 'Talousasiantuntija', 'finance'),
  kainuu('ohjausryhma', 'Ohjausryhmän jäsen', 'steering'),
  kainuu('tarkastaja', 'Tarkastaja', 'auditor'),
  kainuu('paakayttaja', 'Pääkäyttäjä', 'admin'),
  kantaHame('koordinaattori', 'Koordinaattori', 'coordinator', ['4.2.1']),
  kantaHame('johtaja', 'Projektijohtaja', 'director'),
  kantaHame('ohjausryhma', 'Ohjausryhmän jäsen', 'steering'),
  {
    email: 'katselija@kansallinen.example',
    password: demoPassword,
    name: 'Kansallinen katselija',
    label: 'Kansallinen katselija',
    organisation: 'kansallinen',
    role: 'national',
    project: null,
    projects: [],
    units: [],
  },
]

/** Names of the demo organisations, as the sign-in page groups them. */
export const demoPlaces: Record<DemoAccount['organisation'], string> = {
  kainuu: 'Kainuun hyvinvointialue',
  'kanta-hame': 'Kanta-Hämeen hyvinvointialue',
  kansallinen: 'Kansallinen ohjaus',
}
