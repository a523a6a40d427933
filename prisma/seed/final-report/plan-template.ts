import { randomUUIDv7 } from 'node:crypto'
import { asViewer, systemViewer } from '@/lib/access/viewer'

export const planTemplateKey = 'rrp2-hankesuunnitelma'

type Place = { key: string; titleFi: string; titleSv: string; promptFi: string; promptSv: string }

const place = (key: string, titleFi: string, titleSv: string, promptFi: string, promptSv: string): Place => ({
  key,
  titleFi,
  titleSv,
  promptFi,
  promptSv,
})

/** Chapters of a project plan in their order. Tables and lists of the data follow each text by its key. */
const places: Place[] = [
  place(
    'background',
    'Tausta ja tarve',
    'Bakgrund och behov',
    'Miksi hanke tehdään: mikä on lähtötilanne, ja mihin se perustuu?',
    'Varför görs projektet: hur ser utgångsläget ut, och vad bygger det på?',
  ),
  place(
    'goals',
    'Tavoitteet',
    'Mål',
    'Mitä hankkeen päättyessä on toisin kuin nyt?',
    'Vad är annorlunda när projektet avslutas?',
  ),
  place(
    'target_groups',
    'Kohderyhmät',
    'Målgrupper',
    'Ketkä hyötyvät, ja ketkä tekevät työnsä uudella tavalla?',
    'Vilka har nytta, och vilka arbetar på ett nytt sätt?',
  ),
  place(
    'participants',
    'Toteuttajat ja liittyvät hankkeet',
    'Genomförare och anknytande projekt',
    'Ketkä toteuttavat hankkeen, ja miten työ jaetaan liittyvien hankkeiden kanssa?',
    'Vilka genomför projektet, och hur delas arbetet med anknytande projekt?',
  ),
  place(
    'structure',
    'Hankkeen rakenne ja työpaketit',
    'Projektets struktur och arbetspaket',
    'Miten työ jakautuu? Työpakettien tavoitteet, toimenpiteet, aikataulu ja mittarit tulevat tiedoista.',
    'Hur fördelas arbetet? Arbetspaketens mål, åtgärder, tidtabell och mätare kommer ur uppgifterna.',
  ),
  place(
    'dependencies',
    'Riippuvuudet',
    'Beroenden',
    'Mitä ilman hanke tai sen osa ei onnistu?',
    'Vad klarar sig projektet eller en del av det inte utan?',
  ),
  place(
    'costs',
    'Kustannukset ja henkilöstö',
    'Kostnader och personal',
    'Mihin kustannusarvio perustuu, ja mikä osuus on omaa rahoitusta?',
    'Vad bygger kostnadsberäkningen på, och hur stor del är egen finansiering?',
  ),
  place(
    'effects',
    'Tulokset ja vaikutukset',
    'Resultat och effekter',
    'Mitä hankkeesta jää, ja keiden arjessa se näkyy?',
    'Vad blir kvar av projektet, och i vems vardag syns det?',
  ),
  place(
    'delimitations',
    'Rajaukset',
    'Avgränsningar',
    'Mitä hankkeessa ei tehdä, ja miksi?',
    'Vad görs inte i projektet, och varför?',
  ),
  place(
    'organisation',
    'Organisointi ja johtaminen',
    'Organisering och ledning',
    'Kuka päättää mistä, ja miten ohjausryhmä työskentelee?',
    'Vem beslutar om vad, och hur arbetar styrgruppen?',
  ),
  place(
    'communication',
    'Viestintä',
    'Kommunikation',
    'Kenelle, mitä ja milloin hankkeesta kerrotaan?',
    'För vem, vad och när berättas det om projektet?',
  ),
  place(
    'monitoring',
    'Seuranta ja arviointi',
    'Uppföljning och utvärdering',
    'Mistä tiedetään, että hanke etenee, ja kuka sitä seuraa?',
    'Hur vet man att projektet går framåt, och vem följer upp det?',
  ),
  place(
    'risks',
    'Riskit ja niihin varautuminen',
    'Risker och beredskap',
    'Mikä voi estää onnistumisen, ja mitä silloin tehdään?',
    'Vad kan hindra att projektet lyckas, och vad görs då?',
  ),
]

/** The template of the programme's project plan, version 1. */
export async function loadPlanTemplate(): Promise<{ sections: number }> {
  await asViewer(systemViewer('demo-data'), async (tx) => {
    const template = await tx.reportTemplate.create({
      data: {
        key: planTemplateKey,
        name: 'RRP2-hankkeen hankesuunnitelma',
        kind: 'project_plan',
        versions: { create: { version: 1, publishedAt: new Date() } },
      },
      select: { versions: { select: { id: true } } },
    })
    const versionId = template.versions[0]?.id ?? ''
    await tx.reportTemplateSection.createMany({
      data: places.map((one, sort) => ({
        ...one,
        id: randomUUIDv7(),
        versionId,
        kind: 'chapter' as const,
        number: String(sort + 1),
        sort,
      })),
    })
  })
  return { sections: places.length }
}
