package io.github.xunbang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.XunbangApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A newcomer's first minute in a real browser, on the whole application: two people report, one
 * asks for the ranking, time passes the 11th, and the 旬榜 comes by itself.
 */
@SpringBootTest(
    classes = XunbangApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "xunbang.simulator.enabled=true")
class SimulatorPageIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir static Path data;
  @TempDir Path profile;

  @LocalServerPort int port;
  @Autowired SimulatorClock clock;
  @Autowired SimulatorReset reset;

  private ChromeDriver browser;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("xunbang.data-dir", data::toString);
  }

  @BeforeAll
  static void needsChromium() {
    assertThat(CHROMIUM)
        .as("Chromium for the browser test: apt-get install chromium chromium-driver")
        .isExecutable();
    assertThat(DRIVER)
        .as("ChromeDriver for the browser test: apt-get install chromium chromium-driver")
        .isExecutable();
  }

  @BeforeEach
  void openOnTheThirdOfAMonth() {
    reset.reset(true);
    LocalDateTime third =
        LocalDateTime.ofInstant(clock.now(), ZONE).plusMonths(1).withDayOfMonth(3).withHour(19);
    clock.advanceTo(third.withMinute(10).atZone(ZONE).toInstant());
  }

  @AfterEach
  void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void aNewcomerSeesTheXunBoardComeByItself() {
    open(null);
    assertThat(browser.findElement(By.id("guide")).isDisplayed()).isTrue();

    speakAs("张敏");
    type("日报 意向12 签单2 回款3.5万");
    assertThat(awaitBot("意向")).contains("12");
    speakAs("李强");
    type("日报 意向15 签单1 回款2.8万");
    assertThat(awaitBot("15")).contains("意向");
    type("排名");
    assertThat(awaitBot("【排行】")).contains("李强").contains("张敏");
    assertThat(bubbles("【旬榜】")).isEmpty();
    browser.findElement(By.cssSelector(".forward [data-forward=xun]")).click();

    assertThat(awaitBot("【旬榜】")).contains("上旬").contains("第1期").contains("李强");
    assertThat(browser.findElement(By.id("clock-text")).getText()).contains("11日").contains("08:3");
  }

  @Test
  void worksOnAPhoneAndShowsWhatPeopleTypeAsText() {
    open(Map.of("width", 390, "height", 844, "pixelRatio", 1.0, "touch", true));

    type("<img src=x onerror=\"document.title='hacked'\"> **粗** 你好");
    awaitBot("");

    assertThat(browser.findElements(By.cssSelector("#messages img"))).isEmpty();
    assertThat(browser.getTitle()).isEqualTo("旬榜 · 模拟器");
    Object overflow =
        browser.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(overflow).isEqualTo(false);
  }

  @Test
  void bringsTheDemoTeamAndTheContestOnStage() {
    open(null);

    browser.findElement(By.id("demo")).click();

    awaitBot("【排行】");
    assertThat(new Select(browser.findElement(By.id("speaker"))).getOptions()).hasSize(29);
    assertThat(browser.findElement(By.id("chat-title")).getText()).isEqualTo("示范团队");

    browser.findElement(By.id("demo-contest")).click();

    waiting().until(page -> page.findElement(By.id("chat-title")).getText().equals("示范竞赛"));
    assertThat(new Select(browser.findElement(By.id("speaker"))).getOptions()).hasSize(41);
  }

  private void open(@Nullable Map<String, Object> phone) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,800",
        "--user-data-dir=" + profile);
    if (phone != null) {
      options.setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", phone));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
    browser.get("http://localhost:" + port + "/");
    waiting().until(page -> !page.findElements(By.cssSelector("#speaker option")).isEmpty());
    waiting().until(page -> !page.findElement(By.id("clock-text")).getText().equals("—"));
  }

  private void speakAs(String name) {
    Select speakers = new Select(browser.findElement(By.id("speaker")));
    speakers.getOptions().stream()
        .filter(option -> option.getText().startsWith(name))
        .findFirst()
        .ifPresentOrElse(
            option -> speakers.selectByValue(String.valueOf(option.getDomProperty("value"))),
            () -> assertThat(name).as("among the speakers").isNull());
  }

  private void type(String text) {
    waiting().until(page -> page.findElement(By.id("send")).isEnabled());
    browser.findElement(By.id("text")).sendKeys(text, Keys.ENTER);
  }

  private String awaitBot(String part) {
    List<String> found = waiting().until(page -> bubbles(part).isEmpty() ? null : bubbles(part));
    return found.get(found.size() - 1);
  }

  /** The bot's bubbles that contain {@code part}, oldest first, read in one go. */
  @SuppressWarnings("unchecked")
  private List<String> bubbles(String part) {
    List<String> all =
        (List<String>)
            browser.executeScript(
                "return [...document.querySelectorAll('.msg.bot .bubble')].map(b => b.innerText)");
    return all.stream().filter(text -> text.contains(part)).toList();
  }

  private WebDriverWait waiting() {
    return new WebDriverWait(browser, Duration.ofSeconds(30));
  }
}
