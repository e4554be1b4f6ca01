// What the demo installation is called and who signs in to it. supabase/seed.sql holds the same rows; a test
// compares them.
import type { MemberRole } from '../../shared/domain/nouns.ts';

export type DemoUser = {
  readonly email: string;
  readonly role: MemberRole;
  readonly name: string;
};

export type DemoCustomer = {
  /** What the product itself calls him. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly traits: Readonly<Record<string, string | number | boolean>>;
};

/** Everybody's password in the demo installation, which listens on this computer only. */
export const demoPassword = 'hearback-demo';

/** Named in the demo product's script tag. */
export const demoProjectKey = 'pk_demo_hearback_0001';

/** Where the demo product is served. */
export const demoOrigins = ['http://127.0.0.1:5174', 'http://localhost:5174'] as const;

export const demoProjectId = '5e4a1c0e-0001-4000-8000-000000000011';

/** The company whose product carries the widget. */
export const demoUsers = {
  owner: { email: 'owner@example.com', role: 'owner', name: 'Ines Calder' },
  admin: { email: 'admin@example.com', role: 'admin', name: 'Tomas Brandvold' },
  agent: { email: 'agent@example.com', role: 'agent', name: 'Nora Whitfield' },
  agentChinese: { email: 'kefu@example.com', role: 'agent', name: '苏婉清' },
  pm: { email: 'pm@example.com', role: 'pm', name: 'Jonas Okafor' },
  viewer: { email: 'viewer@example.com', role: 'viewer', name: 'Lea Fontaine' },
} as const satisfies Record<string, DemoUser>;

/** Customers of that product, who have written to it: `/?as=mira` on the demo product signs in as one of them. */
export const demoCustomers = {
  mira: {
    id: 'user_2041',
    name: 'Mira Aldana',
    email: 'mira.aldana@example.com',
    traits: { plan: 'business', seats: 24, role: 'analyst', admin: false },
  },
  jiahui: {
    id: 'user_1187',
    name: '刘佳慧',
    email: 'liu.jiahui@example.com',
    traits: { plan: 'team', seats: 8, role: '财务', admin: true },
  },
} as const satisfies Record<string, DemoCustomer>;

/** Another company on the same installation, which must never see anything of the first. */
export const otherUser = {
  email: 'admin@example.org',
  role: 'admin',
  name: 'Ruth Amsel',
} as const satisfies DemoUser;
export const otherProjectKey = 'pk_demo_hearback_0002';
