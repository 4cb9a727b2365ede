/** One agent, opened: what it knows, what it has promised, and what can be done to it. Asked of the worker a few times a second. */
import { useEffect, useRef, useState } from 'react';
import type { AgentDetail, BallotView, ProtocolState } from '../../lab/run/types.ts';
import { agentCommands } from '../commands/agent.ts';
import { ask, ignoreLost } from '../session/link.ts';
import { liveStore, useLive } from '../store/live.ts';
import { prefersStillness } from '../stage/motion.ts';
import { CommandButton } from '../widgets/Button.tsx';
import { Select } from '../widgets/Select.tsx';
import { selectAgent } from './mesh-state.ts';
import { moveAgent, whyFixed } from './pointer.ts';
import { groupsOf, membersText } from './regroup.ts';
import styles from './AgentCard.module.css';

const everyMs = 250;

export default function AgentCard({ agent }: { readonly agent: number }) {
  const detail = useDetail(agent);
  const card = useRef<HTMLDivElement>(null);
  const close = (): void => {
    selectAgent(undefined);
    // Back to where it was opened from.
    card.current?.closest('section')?.querySelectorAll<HTMLElement>('[data-part=agent]')[agent]?.focus();
  };
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    card.current?.closest('section')?.scrollIntoView({ block: 'nearest', behavior: prefersStillness() ? 'auto' : 'smooth' });
  }, []);
  return (
    <div
      ref={card}
      className={styles['card']}
      role="dialog"
      aria-label={`Agent ${String(agent)}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles['head']}>
        <h2>Agent {agent}</h2>
        {detail !== undefined && <State detail={detail} />}
        <button type="button" className={styles['close']} aria-label="Close" onClick={close}>
          ✕
        </button>
      </div>
      {detail !== undefined && <Detail detail={detail} />}
    </div>
  );
}

function useDetail(agent: number): AgentDetail | undefined {
  const [detail, setDetail] = useState<AgentDetail>();
  useEffect(() => {
    let open = true;
    const look = (): void => {
      const { phase, generation } = liveStore.getState();
      if (phase !== 'ready' && phase !== 'replaying') return;
      ask((api) => api.inspect(agent))
        .then((found) => {
          if (open && generation === liveStore.getState().generation) setDetail(found);
        })
        .catch(ignoreLost);
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [agent]);
  return detail;
}

function State({ detail: { up, paused, hears, quorum } }: { readonly detail: AgentDetail }) {
  const [text, tone] = !up
    ? ['down', 'danger']
    : paused
      ? ['paused', 'muted']
      : hears.length >= quorum
        ? ['hears a quorum', 'good']
        : ['no quorum', 'band'];
  return (
    <span className={styles['state']} data-tone={tone}>
      {text}
    </span>
  );
}

function Detail({ detail }: { readonly detail: AgentDetail }) {
  const { clock, generated, validated, hears, quorum, agents, logLength, region, protocol } = detail;
  return (
    <>
      <div className={styles['buttons']}>
        {agentCommands(detail).map((command) => (
          <CommandButton key={command.title} command={command} />
        ))}
      </div>
      <GroupChoice detail={detail} />
      <dl className={styles['facts']}>
        <Fact name="Lamport time">{clock}</Fact>
        <Fact name="Own tokens">
          {validated} of {generated} validated, <b>{generated - validated}</b> wait
        </Fact>
        <Fact name="Hears both ways">
          {hears.length === 0 ? 'nobody' : `${String(hears.length)} of ${String(agents)} (${membersText(hears)})`}; quorum {quorum}
        </Fact>
        {protocol !== undefined && <ProtocolFacts state={protocol} />}
        {region !== undefined && <Fact name="Region">{region}</Fact>}
        <Fact name="Log">{logLength} tokens</Fact>
      </dl>
      <Tail detail={detail} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ProtocolFacts({ state }: { readonly state: ProtocolState }) {
  if (state.kind === 'rounds') {
    return (
      <>
        <Fact name="Round">{state.round}</Fact>
        <Fact name="View">{membersText(state.view)}</Fact>
        <Fact name="Waits for">{state.awaited.length === 0 ? 'nobody' : membersText(state.awaited)}</Fact>
      </>
    );
  }
  const { slot, pending, promised, accepted, acceptedTokens, proposal } = state;
  return (
    <>
      <Fact name="Knows of">{pending} tokens not yet applied</Fact>
      <Fact name="Present slot">{slot}</Fact>
      <Fact name="Promised">{ballotText(promised)}</Fact>
      <Fact name="Accepted">{accepted === undefined ? '–' : `${ballotText(accepted)}, ${String(acceptedTokens)} tokens`}</Fact>
      <Fact name="Proposes">
        {proposal === undefined
          ? '–'
          : `${proposal.phase}, ballot ${ballotText(proposal.ballot)}: ${String(proposal.votes)} of ${String(proposal.quorum)} votes`}
      </Fact>
    </>
  );
}

/** A ballot is a Lamport time and the agent that made it. */
function ballotText(ballot: BallotView | undefined): string {
  return ballot === undefined ? '–' : `(${String(ballot.time)}, ${String(ballot.agent)})`;
}

function Tail({ detail: { tail } }: { readonly detail: AgentDetail }) {
  if (tail.length === 0) return <p className={styles['empty']}>Nothing is in its log yet.</p>;
  return (
    <table className={styles['tail']}>
      <caption>End of its log</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Slot</th>
          <th scope="col">Token</th>
          <th scope="col">of agent</th>
          <th scope="col">L</th>
        </tr>
      </thead>
      <tbody>
        {tail.map(({ position, slot, token, author, clock }) => (
          <tr key={position}>
            <td>{position}</td>
            <td>{slot < 0 ? '–' : slot}</td>
            <td>{token}</td>
            <td>{author}</td>
            <td>{clock}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as a drag, for those who do not drag. */
function GroupChoice({ detail: { agent, group } }: { readonly detail: AgentDetail }) {
  // A new cut brings new groups, and perhaps a reason why there are none.
  useLive((state) => state.interventions);
  const reason = whyFixed();
  const groups = groupsOf(group);
  const own = group[agent] ?? 0;
  const isAlone = groups[own]?.length === 1;
  if (reason !== undefined) return <p className={styles['empty']}>{reason}</p>;
  const options = groups.map((members, g) => ({
    value: String(g),
    label:
      groups.length === 1
        ? 'everybody'
        : g === own && isAlone
          ? 'nobody'
          : `with ${membersText(members.filter((member) => member !== agent))}`,
  }));
  if (!isAlone) options.push({ value: 'alone', label: 'nobody' });
  return (
    <Select
      name="Connected"
      help="Moves the agent to another side of the cut, or cuts it off."
      value={String(own)}
      options={options}
      onChange={(value) => {
        moveAgent(agent, value === 'alone' ? 'alone' : Number(value));
      }}
    />
  );
}
