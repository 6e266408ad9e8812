package io.github.xunbang.simulator;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns refusals into JSON that says what to send. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@ConditionalOnSimulator
class ApiErrors {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  ApiError badRequest(BadRequestException refused) {
    return new ApiError(refused.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  ApiError unreadable(HttpMessageNotReadableException refused) {
    return new ApiError(
        "请求体不是能读懂的JSON。请发：" + IncomingMessage.EXAMPLE + " 或 " + ClockController.EXAMPLE);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  ApiError wrongParameter(MethodArgumentTypeMismatchException refused) {
    return new ApiError("参数 " + refused.getName() + " 不对。after 要写数字，例如 ?after=0");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
  ApiError tooLarge(TooLargeException refused) {
    return new ApiError(refused.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  ApiError clockRefused(ClockRefusedException refused) {
    return new ApiError(refused.getMessage());
  }
}
