// What a model leaves to other services, in one list: of the page as a whole, of its areas and of their resources.
import type { Delegate, Model } from './model.ts';

/** `code` is the area's or the resource's; null for the page as a whole, whose title is the model's. */
export type DelegationEdge = {
  readonly code: string | null;
  readonly title: string;
  readonly delegate: Delegate;
};

/** In the order of the page; a service that names itself has an edge like any other. */
export const delegationEdges = ({ title, delegates, areas }: Model): readonly DelegationEdge[] => [
  ...edgesFrom(null, title, delegates),
  ...areas.flatMap((area) => [
    ...edgesFrom(area.code, area.title, area.delegates),
    ...area.resources.flatMap((one) => edgesFrom(one.code, one.title, one.delegates)),
  ]),
];

const edgesFrom = (
  code: string | null,
  title: string,
  delegates: readonly Delegate[],
): readonly DelegationEdge[] => delegates.map((delegate) => ({ code, title, delegate }));
