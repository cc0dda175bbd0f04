/**
 * A process of random blocks: sequences, exclusive choices with a way back, parallel branches, tasks with clocks and
 * boundary timers and messages, catch events, subprocesses with what listens in them, several instances, inclusive choices. Blocks nest, so that every token can reach the end.
 */
export function randomProcess(random: () => number): string {
  let parts: string[] = [];
  let last = 0;
  const id = (kind: string) => `${kind}${(last += 1)}`;
  const flow = (from: string, to: string, condition = '') => {
    const name = id('f');
    const inner = condition === '' ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
    parts.push(`<bpmn:sequenceFlow id="${name}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`);
    return name;
  };

  /** Adds a block after node `from`, and gives the node that it ends at, whose way on is still open. */
  const block = (from: string, depth: number): string => {
    const dice = random();
    if (depth > 0 && dice < 0.2) return block(block(from, depth - 1), depth - 1);
    if (depth > 0 && dice < 0.32) return parallel(from, depth - 1);
    if (depth > 0 && dice < 0.44) return choice(from, depth - 1);
    if (depth > 0 && dice < 0.56) return inclusive(from, depth - 1);
    if (depth > 0 && dice < 0.7) return subprocess(from, depth - 1);
    if (dice < 0.75) return timer(from);
    if (dice < 0.8) return message(from);
    if (dice < 0.9) return task(from, '', instances());
    return task(from);
  };

  const parallel = (from: string, depth: number): string => {
    const [split, join] = [id('split'), id('join')];
    parts.push(`<bpmn:parallelGateway id="${split}" />`, `<bpmn:parallelGateway id="${join}" />`);
    flow(from, split);
    for (let branch = 0; branch < 2 + Math.floor(random() * 2); branch += 1) flow(block(split, depth), join);
    return join;
  };

  /** Some of its branches are taken, or the default one; what was taken is waited for. */
  const inclusive = (from: string, depth: number): string => {
    const [split, join] = [id('some'), id('all')];
    flow(from, split);
    const ways = ['go = true', 'go != false', ''].map((condition) => {
      const pass = id('pass');
      parts.push(`<bpmn:task id="${pass}" />`);
      const name = flow(split, pass, condition);
      flow(block(pass, depth), join);
      return name;
    });
    parts.push(`<bpmn:inclusiveGateway id="${split}" default="${ways.at(-1)}" />`);
    parts.push(`<bpmn:inclusiveGateway id="${join}" />`);
    return join;
  };

  /** Each instance once, or several, at once or one after the other, by number or by list, to the last or not. */
  const instances = (): string => {
    const sequential = random() < 0.5;
    const count = 1 + Math.floor(random() * 3);
    const enough =
      random() < 0.3 ? '<bpmn:completionCondition>nrOfCompletedInstances >= 2</bpmn:completionCondition>' : '';
    const list = Array.from({ length: count }, (_, n) => n + 1).join(', ');
    return random() < 0.5
      ? `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:loopCardinality>${count}</bpmn:loopCardinality>${enough}</bpmn:multiInstanceLoopCharacteristics>`
      : `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" yiwang:collection="[${list}]" yiwang:item="one" yiwang:results="all">${enough}</bpmn:multiInstanceLoopCharacteristics>`;
  };

  /** What `inside` adds, taken apart from what stands around it. */
  const within = (inside: () => void): string => {
    const around = parts;
    parts = [];
    inside();
    const own = parts.join('\n');
    parts = around;
    return own;
  };

  const subprocess = (from: string, depth: number): string => {
    const name = id('sub');
    const several = random() < 0.4 ? instances() : '';
    const limit = random() < 0.4 ? ' yiwang:calendarMinutes="120"' : '';
    const own = within(() => {
      const [start, end] = [id('start'), id('end')];
      parts.push(`<bpmn:startEvent id="${start}" />`, `<bpmn:endEvent id="${end}" />`);
      flow(block(start, depth), end);
      if (random() < 0.5) listener();
    });
    parts.push(`<bpmn:subProcess id="${name}"${limit}>${own}${several}</bpmn:subProcess>`);
    flow(from, name);
    if (random() < 0.5) boundary(name, limit !== '');
    return name;
  };

  /** An event subprocess: a message or some time starts it. */
  const listener = (): void => {
    const name = id('beside');
    const event =
      random() < 0.6
        ? '<bpmn:messageEventDefinition messageRef="n" />'
        : '<bpmn:timerEventDefinition yiwang:minutes="50" />';
    const own = within(() => {
      const [start, end] = [id('start'), id('end')];
      parts.push(`<bpmn:startEvent id="${start}" isInterrupting="${random() < 0.5}">${event}</bpmn:startEvent>`);
      parts.push(`<bpmn:endEvent id="${end}" />`);
      flow(task(start), end);
    });
    parts.push(`<bpmn:subProcess id="${name}" triggeredByEvent="true">${own}</bpmn:subProcess>`);
  };

  const choice = (from: string, depth: number): string => {
    const [open, fork, end] = [id('open'), id('fork'), id('merge')];
    parts.push(`<bpmn:task id="${open}" />`, `<bpmn:task id="${end}" />`);
    flow(from, open);
    const before = task(open);
    flow(before, fork);
    const left = task(fork, 'go = true');
    flow(left, end);
    const other = random() < 0.5 ? flow(fork, open) : skip(fork, end, depth);
    parts.push(`<bpmn:exclusiveGateway id="${fork}" default="${other}" />`);
    return end;
  };

  const skip = (from: string, to: string, depth: number): string => {
    const pass = id('pass');
    parts.push(`<bpmn:task id="${pass}" />`);
    const name = flow(from, pass);
    flow(block(pass, depth), to);
    return name;
  };

  const task = (from: string, condition = '', inside = ''): string => {
    const name = id('task');
    const limit = random() < 0.5 ? ` yiwang:${random() < 0.5 ? 'working' : 'calendar'}Minutes="60"` : '';
    parts.push(`<bpmn:userTask id="${name}"${limit}><bpmn:extensionElements>
      <yiwang:field key="go" label="go" type="checkbox" /></bpmn:extensionElements>${inside}</bpmn:userTask>`);
    flow(from, name, condition);
    if (random() < 0.4) boundary(name, limit !== '');
    return name;
  };

  const boundary = (host: string, hasClock: boolean): void => {
    const [name, after, end] = [id('boundary'), id('late'), id('end')];
    const rule = hasClock && random() < 0.5 ? ' yiwang:clock="due"' : ' yiwang:minutes="45"';
    const interrupting = random() < 0.5;
    parts.push(`<bpmn:boundaryEvent id="${name}" attachedToRef="${host}" cancelActivity="${interrupting}">
      ${random() < 0.3 ? '<bpmn:messageEventDefinition messageRef="n" />' : `<bpmn:timerEventDefinition${rule} />`}</bpmn:boundaryEvent>`);
    if (interrupting) {
      const back = id('again');
      parts.push(`<bpmn:userTask id="${back}" />`);
      flow(name, back);
      flow(back, host);
    } else {
      parts.push(`<bpmn:userTask id="${after}" />`, `<bpmn:endEvent id="${end}" />`);
      flow(name, after);
      flow(after, end);
    }
  };

  const timer = (from: string): string => {
    const name = id('wait');
    parts.push(`<bpmn:intermediateCatchEvent id="${name}"><bpmn:timerEventDefinition>
      <bpmn:timeDuration>PT30M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`);
    flow(from, name);
    return name;
  };

  const message = (from: string): string => {
    const name = id('hear');
    parts.push(`<bpmn:intermediateCatchEvent id="${name}"><bpmn:messageEventDefinition messageRef="m" />
      </bpmn:intermediateCatchEvent>`);
    flow(from, name);
    return name;
  };

  parts.push('<bpmn:startEvent id="start" />', '<bpmn:endEvent id="end" />');
  flow(block('start', 3), 'end');
  if (random() < 0.3) listener();
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
    <bpmn:message id="m" name="go" /><bpmn:message id="n" name="stop" /><bpmn:process id="random" isExecutable="true">${parts.join('\n')}</bpmn:process></bpmn:definitions>`;
}
