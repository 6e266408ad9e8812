package io.github.xunbang.task.internal;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.ReportNoted;
import io.github.xunbang.task.internal.NoteAct.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The 困难/求助 section of a report is a 求助 of its own (S-19): one per member and report day. A
 * corrected section changes its text while it is open; a new difficulty after the answer is a new
 * request.
 */
@Component
class HelpReports {

  private static final int LONGEST = 300;
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:今天|今日|目前|暂时|暂|现在|都|也)*(?:无|没有?|无无|没啥|没什么|不需要|不用|否|none|no|[-/—])*"
              + "(?:任何|特别|大|什么|啥)?(?:困难|问题|求助|需要|支持|帮助|疑难){0,3}(?:的|了|哈|呢|啊)*");

  private final HelpDesk desk;
  private final Notes notes;
  private final Team team;

  HelpReports(HelpDesk desk, Notes notes, Team team) {
    this.desk = desk;
    this.notes = notes;
    this.team = team;
  }

  /** Goes on with a difficulty; the same once more changes nothing. */
  void accept(ReportNoted noted) {
    Organization organization = team.organization(noted.organizationId());
    organization
        .member(noted.memberId())
        .ifPresent(member -> note(noted, organization, member, text(noted.text())));
  }

  /** Whether the section says that there is no difficulty. */
  static boolean isNothing(String text) {
    String bare = text.replaceAll("[\\s,.:;!~，。：；！、（）()]+", "").toLowerCase(java.util.Locale.ROOT);
    return NOTHING.matcher(bare).matches();
  }

  private void note(ReportNoted noted, Organization organization, Member member, String text) {
    String claim = "report|" + noted.memberId() + "|" + noted.reportDay();
    Optional<Note> before = notes.claimed(organization.id(), NoteKind.HELP, claim);
    if (before.isEmpty()) {
      open(noted, organization, member, text, claim);
    } else if (!before.get().knows(noted.messageKey())) {
      correct(noted, organization, member, text, before.get(), claim);
    } else if (before.get().open()) {
      // A crash may have come between the note and its list or posts.
      open(noted, organization, member, before.get().text(), claim);
    }
  }

  private void correct(
      ReportNoted noted,
      Organization organization,
      Member member,
      String text,
      Note before,
      String claim) {
    if (before.open() && isNothing(text)) {
      desk.solve(before, act(noted, Kind.CLOSED, text));
    } else if (before.open() && !before.text().equals(text)) {
      NoteAct act = act(noted, Kind.REWORDED, before.text());
      notes.change(before, stored -> stored.open() ? stored.reworded(text, act) : stored);
    } else if (!before.open() && !before.text().equals(text)) {
      open(noted, organization, member, text, claim + "|" + noted.messageKey());
    }
  }

  private void open(
      ReportNoted noted, Organization organization, Member member, String text, String claim) {
    if (isNothing(text)) {
      return;
    }
    desk.open(
        new HelpDesk.Asking(
            organization,
            member,
            noted.conversation(),
            claim,
            noted.messageKey(),
            organization.businessDay().of(noted.at()),
            noted.at(),
            text));
  }

  private static NoteAct act(ReportNoted noted, Kind kind, String text) {
    return new NoteAct(kind, noted.memberId(), noted.at(), noted.messageKey(), text);
  }

  /** A long section is cut: the report itself keeps it whole. */
  private static String text(String typed) {
    int[] points = typed.strip().codePoints().limit(LONGEST).toArray();
    return NoteText.checked(new String(points, 0, points.length));
  }
}
