// Builds the page's elements. What people typed is only ever set as text, never as HTML.

import {dayText, timeText} from './time.js';

export const $ = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

const ACCESS = {LEADER: '组长', MANAGER: '经理', ADMIN: '管理员'};
const accessText = (access) => ACCESS[access] || '';

function hue(name) {
  let sum = 0;
  for (const char of name) {
    sum = (sum * 31 + char.codePointAt(0)) % 997;
  }
  return 'hue-' + (sum % 8);
}

/** People go by the end of their name, groups by its beginning. */
export function avatar(name, bot, group) {
  const letters = Array.from(name);
  const short = bot ? '旬' : (group ? letters.slice(0, 2) : letters.slice(-2)).join('');
  const made = element('span', 'avatar ' + (bot ? 'bot' : hue(name)), short);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** Text with @names and arrows standing out. */
function fillLine(box, text) {
  // An arrow stays with its name.
  for (const part of text.replace(/ (?=[↑↓]\d)/g, '\u00a0').split(/(@[^\s@，。：、]+|[↑↓]\d+)/)) {
    const kind = part.startsWith('@') ? 'mention' : /^↑\d/.test(part) ? 'up' : /^↓\d/.test(part) ? 'down' : '';
    box.append(kind ? element('span', kind, part) : part);
  }
  return box;
}

/** A place on a board: `1. 张敏 12个 ↑3`, the first three with a medal's colour. */
function place(text) {
  const [, rank, rest] = text.match(/^(\d+[.．、])\s*(.*)$/);
  const line = element('span', 'line place');
  const medal = Number.parseInt(rank, 10) <= 3 ? ' medal-' + Number.parseInt(rank, 10) : '';
  line.append(element('span', 'rank' + medal, rank), ' ');
  return fillLine(line, rest);
}

/** A headed text: its lines as blocks, lists of places side by side where there is room. */
function fillHeaded(bubble, lines) {
  bubble.append(element('strong', 'headline', lines[0]));
  let lists = null;
  let into = bubble;
  lines.slice(1).forEach((line, at, all) => {
    if (line === '') {
      into = bubble;
      return;
    }
    const isPlace = /^\d+[.．、]/.test(line);
    if (!isPlace && /^1[.．、]/.test(all[at + 1] || '')) {
      if (!lists) {
        lists = element('div', 'lists');
        bubble.append(lists);
      }
      into = element('div', 'list');
      into.append(element('strong', 'list-head', line));
      lists.append(into);
      return;
    }
    into.append(isPlace ? place(line) : fillLine(element('span', 'line'), line));
  });
}

function fillText(bubble, text) {
  const lines = text.split('\n');
  if (/^【.+?】/.test(lines[0]) && lines.length > 1) {
    bubble.classList.add('headed');
    fillHeaded(bubble, lines);
  } else {
    fillLine(bubble, text);
  }
}

function attachment(line) {
  if (line.pictureUrl) {
    const picture = element('img', 'picture');
    picture.src = line.pictureUrl;
    picture.alt = line.fileName || '图片';
    return picture;
  }
  if (line.fileUrl) {
    const link = element('a', 'file', line.fileName || '文件');
    link.href = line.fileUrl;
    link.download = line.fileName || '';
    return link;
  }
  return null;
}

/** One line of the conversation; `own` stands on the right. */
export function message(line, name, own) {
  const bot = line.from === 'bot';
  const item = element('li', 'msg ' + (bot ? 'bot' : own ? 'own' : 'other'));
  const column = element('div', 'column');
  const byline = element('div', 'byline', bot ? '旬榜' : name);
  if (bot) {
    byline.append(element('span', 'badge', '机器人'));
  }
  byline.append(element('time', '', timeText(Date.parse(line.at))));
  const bubble = element('div', 'bubble' + (/^【旬榜】/.test(line.text) ? ' board' : ''));
  fillText(bubble, line.text);
  const extra = attachment(line);
  if (extra) {
    bubble.append(extra);
  }
  column.append(byline, bubble);
  item.append(avatar(name, bot), column);
  return item;
}

export function separator(instant) {
  const item = element('li', 'day');
  item.append(element('span', '', dayText(instant)));
  return item;
}

/** An entry of the conversation list. */
export function scene(scene, title, subtitle, current, unread, onOpen) {
  const item = element('li');
  const button = element('button', 'scene' + (current ? ' current' : ''));
  button.type = 'button';
  const words = element('span', 'scene-words');
  words.append(element('span', 'scene-title', title), element('span', 'scene-sub', subtitle));
  const face = avatar(title, false, scene.group);
  if (scene.group) {
    face.classList.add('group');
  }
  button.append(face, words);
  if (unread > 0) {
    button.append(element('span', 'unread', unread > 99 ? '99+' : String(unread)));
  }
  button.addEventListener('click', onOpen);
  item.append(button);
  return item;
}

/** Options of the speaker list, by unit where people have one. */
export function speakerOptions(people, chosen) {
  const sections = new Map();
  for (const person of people) {
    const option = element('option', '', [person.name, accessText(person.access)].filter(Boolean).join(' · '));
    option.value = person.user;
    option.selected = person.user === chosen;
    sections.set(person.unit, [...(sections.get(person.unit) || []), option]);
  }
  return [...sections].flatMap(([unit, options]) => {
    if (!unit) {
      return options;
    }
    const section = element('optgroup');
    section.label = unit;
    section.append(...options);
    return [section];
  });
}

let toastTimer;

export function toast(text, bad) {
  const box = $('toast');
  box.textContent = text;
  box.classList.toggle('bad', Boolean(bad));
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, bad ? 5000 : 2600);
}

/** Takes `text` off the screen again, unless something else is shown by now. */
export function hush(text) {
  if ($('toast').textContent === text) {
    $('toast').hidden = true;
  }
}

/** Asks for a word, or only for consent when there is no `placeholder`; null when declined. */
export function ask(title, text, placeholder) {
  const dialog = $('ask');
  const input = $('ask-input');
  $('ask-title').textContent = title;
  $('ask-text').textContent = text;
  input.hidden = placeholder === undefined;
  input.placeholder = placeholder || '';
  input.value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const said = input.hidden ? '好' : input.value.trim();
      resolve(dialog.returnValue === 'ok' && said ? said : null);
    }, {once: true});
  });
}
