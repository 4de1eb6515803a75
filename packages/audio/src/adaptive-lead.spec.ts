import { AdaptiveLead } from './adaptive-lead';

const limits = { tickMs: 20, chunkMs: 100, leadMs: 300, maxLeadMs: 760 };

describe('AdaptiveLead', () => {
  it('is the usual lead as long as ticks come in time, or late by what the lead covers', () => {
    const lead = new AdaptiveLead(limits);
    lead.observe(0, 1000);
    lead.observe(60, 1080);
    expect(lead.targetMs(1080)).toBe(300);
  });

  it('leaves room for a stall twice as long as the one seen: chunk + tick + 2 × lateness', () => {
    const lead = new AdaptiveLead(limits);
    lead.observe(150, 1000);
    expect(lead.targetMs(1000)).toBe(420);
  });

  it('never exceeds the maximum', () => {
    const lead = new AdaptiveLead(limits);
    lead.observe(5000, 1000);
    expect(lead.targetMs(1000)).toBe(760);
  });

  it('comes back slowly: half of the increase in ten seconds, all of it in the end', () => {
    const lead = new AdaptiveLead(limits);
    lead.observe(320, 0);
    expect(lead.targetMs(0)).toBe(760);
    for (let now = 20; now <= 10_000; now += 20) lead.observe(0, now);
    expect(lead.targetMs(10_000)).toBeCloseTo(530, 6);
    expect(lead.targetMs(120_000)).toBe(300);
  });

  it('is not lowered by a lesser stall', () => {
    const lead = new AdaptiveLead(limits);
    lead.observe(300, 1000);
    lead.observe(150, 1000);
    expect(lead.targetMs(1000)).toBe(720);
  });

  it("adds the increase to a prompt's own lead, which may exceed the maximum by itself", () => {
    const lead = new AdaptiveLead(limits);
    expect(lead.targetMs(1000, 1000)).toBe(1000);
    expect(lead.targetMs(1000, 200)).toBe(200);
    lead.observe(150, 1000);
    expect(lead.targetMs(1000, 1000)).toBe(1000);
    expect(lead.targetMs(1000, 200)).toBe(320);
  });

  it("raises a prompt's own lead to one chunk and two ticks", () => {
    expect(new AdaptiveLead(limits).targetMs(1000, 0)).toBe(140);
  });
});
