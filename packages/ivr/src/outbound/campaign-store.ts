import type { ContactState } from './contact';

/** What is kept of a campaign. */
export interface SavedCampaign {
  readonly paused: boolean;
  /** In the order in which they were first saved. */
  readonly contacts: readonly ContactState[];
}

/** Keeps campaigns over a restart. */
export interface CampaignStore {
  load(campaign: string): Promise<SavedCampaign>;
  /** Resolves once they would survive the end of the process: all of them, or none. */
  save(campaign: string, contacts: readonly ContactState[]): Promise<void>;
  savePaused(campaign: string, paused: boolean): Promise<void>;
}

/** A store that lives as long as the process. */
export function createMemoryCampaignStore(): CampaignStore {
  const campaigns = new Map<string, { paused: boolean; contacts: Map<string, string> }>();
  const of = (campaign: string) => {
    const known = campaigns.get(campaign) ?? { paused: false, contacts: new Map<string, string>() };
    campaigns.set(campaign, known);
    return known;
  };
  return {
    load(campaign) {
      const { paused, contacts } = of(campaign);
      return Promise.resolve({
        paused,
        contacts: [...contacts.values()].map((text) => JSON.parse(text) as ContactState),
      });
    },
    save(campaign, contacts) {
      // As text, so that what is kept is what a file or a database would keep.
      for (const contact of contacts) of(campaign).contacts.set(contact.id, JSON.stringify(contact));
      return Promise.resolve();
    },
    savePaused(campaign, paused) {
      of(campaign).paused = paused;
      return Promise.resolve();
    },
  };
}
