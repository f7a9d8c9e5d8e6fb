package dev.coord.engine;

import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What services leave behind: the commands that they run to check out a branch or a pull request,
 * and the variables that they set. The pull request comes from {@code feature/checkout} and goes to
 * {@code main}; the origin has it as its number 7.
 */
enum Checkouts {

  /** actions/checkout with {@code fetch-depth: 0}. */
  GITHUB {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      gitHubEvent(clone, branch, commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      clone.git("fetch", "-q", "--prune", "origin", ALL, "+refs/tags/*:refs/tags/*");
      clone.git("fetch", "-q", "origin", "+refs/pull/7/merge:refs/remotes/pull/7/merge");
      clone.git("checkout", "-q", "--force", "refs/remotes/pull/7/merge");
      gitHubPullRequest(clone, variables);
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "--prune", "origin", ALL, "+refs/tags/*:refs/tags/*");
      clone.git("checkout", "-q", "--force", "-B", branch, "refs/remotes/origin/" + branch);
      gitHubPush(clone, branch, variables);
    }
  },

  /** actions/checkout as it is without settings: one commit. */
  GITHUB_SHALLOW {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      gitHubEvent(clone, branch, commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      String merge = "+refs/pull/7/merge:refs/remotes/pull/7/merge";
      clone.git("fetch", "-q", "--no-tags", "--depth=1", "origin", merge);
      clone.git("checkout", "-q", "--force", "refs/remotes/pull/7/merge");
      gitHubPullRequest(clone, variables);
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "--no-tags", "--depth=1", "origin", one(branch));
      clone.git("checkout", "-q", "--force", "-B", branch, "refs/remotes/origin/" + branch);
      gitHubPush(clone, branch, variables);
    }
  },

  /** actions/checkout with {@code ref: ${{ github.event.pull_request.head.sha }}}. */
  GITHUB_HEAD {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      gitHubEvent(clone, branch, commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      GITHUB.pullRequest(clone, variables);
      clone.git("checkout", "-q", "--detach", "refs/remotes/origin/feature/checkout");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      GITHUB.push(clone, branch, variables);
      clone.git("checkout", "-q", "--detach");
    }
  },

  /** GitLab's runner with {@code GIT_DEPTH: 0} and the target fetched, for a merged result. */
  GITLAB_MERGED {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      variables.put("CI_COMMIT_BEFORE_SHA", commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", "+refs/pull/7/merge:refs/pipelines/9", one("main"));
      clone.git("checkout", "-q", "-f", "--detach", "refs/pipelines/9");
      gitLab(clone, variables);
      gitLabMergeRequest(variables, "merged_result");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", one(branch), one("main"));
      clone.git("checkout", "-q", "-f", "--detach", "refs/remotes/origin/" + branch);
      gitLab(clone, variables);
      variables.put("CI_COMMIT_BRANCH", branch);
    }
  },

  /** GitLab's runner for the merge request's own commit. */
  GITLAB_HEAD {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      variables.put("CI_COMMIT_BEFORE_SHA", commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", "+refs/pull/7/head:refs/pipelines/9", one("main"));
      clone.git("checkout", "-q", "-f", "--detach", "refs/pipelines/9");
      gitLab(clone, variables);
      gitLabMergeRequest(variables, "detached");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", one(branch));
      clone.git("checkout", "-q", "-f", "--detach", "refs/remotes/origin/" + branch);
      gitLab(clone, variables);
      variables.put("CI_COMMIT_BRANCH", branch);
    }
  },

  /** A multibranch job of Jenkins that merges the pull request itself. */
  JENKINS {
    @Override
    void before(GitProject clone, String branch, String commit, Map<String, String> variables) {
      variables.put("GIT_PREVIOUS_COMMIT", commit);
    }

    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      String head = "+refs/pull/7/head:refs/remotes/origin/PR-7";
      clone.git("fetch", "-q", "origin", head, one("main"));
      clone.git("checkout", "-q", "-f", "--detach", "refs/remotes/origin/main");
      clone.git("merge", "-q", "--no-ff", "-m", "Merge", "refs/remotes/origin/PR-7");
      variables.put("JENKINS_URL", "https://ci.example/");
      variables.put("BRANCH_NAME", "PR-7");
      variables.put("CHANGE_ID", "7");
      variables.put("CHANGE_BRANCH", "feature/checkout");
      variables.put("CHANGE_TARGET", "main");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", one(branch), "+refs/tags/*:refs/tags/*");
      clone.git("checkout", "-q", "-f", "--detach", "refs/remotes/origin/" + branch);
      variables.put("JENKINS_URL", "https://ci.example/");
      variables.put("BRANCH_NAME", branch);
    }
  },

  /** Azure Pipelines with {@code fetchDepth: 0}. */
  AZURE {
    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      String merge = "+refs/pull/7/merge:refs/remotes/pull/7/merge";
      clone.git("fetch", "-q", "--tags", "origin", ALL, merge);
      clone.git("checkout", "-q", "--force", "refs/remotes/pull/7/merge");
      variables.put("TF_BUILD", "True");
      variables.put("BUILD_SOURCEBRANCH", "refs/pull/7/merge");
      variables.put("BUILD_SOURCEVERSION", clone.git("rev-parse", "HEAD"));
      variables.put("SYSTEM_PULLREQUEST_SOURCEBRANCH", "refs/heads/feature/checkout");
      variables.put("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "--tags", "origin", ALL);
      clone.git("checkout", "-q", "--force", "--detach", "refs/remotes/origin/" + branch);
      variables.put("TF_BUILD", "True");
      variables.put("BUILD_SOURCEBRANCH", "refs/heads/" + branch);
    }
  },

  /** Bitbucket Pipelines, which merges the target into the pull request. */
  BITBUCKET {
    @Override
    void pullRequest(GitProject clone, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", one("feature/checkout"), one("main"));
      clone.git("checkout", "-q", "-B", "feature/checkout", "refs/remotes/origin/feature/checkout");
      clone.git("merge", "-q", "--no-edit", "refs/remotes/origin/main");
      variables.put("BITBUCKET_BUILD_NUMBER", "9");
      variables.put("BITBUCKET_PR_ID", "7");
      variables.put("BITBUCKET_BRANCH", "feature/checkout");
      variables.put("BITBUCKET_PR_DESTINATION_BRANCH", "main");
    }

    @Override
    void push(GitProject clone, String branch, Map<String, String> variables) {
      clone.git("fetch", "-q", "origin", one(branch));
      clone.git("checkout", "-q", "-B", branch, "refs/remotes/origin/" + branch);
      variables.put("BITBUCKET_BUILD_NUMBER", "9");
      variables.put("BITBUCKET_BRANCH", branch);
    }
  };

  private static final String ALL = "+refs/heads/*:refs/remotes/origin/*";

  /** A clone and the variables of the run in it. */
  record Run(GitProject project, Map<String, String> variables) {}

  abstract void pullRequest(GitProject clone, Map<String, String> variables);

  abstract void push(GitProject clone, String branch, Map<String, String> variables);

  /** Says where a branch was before it was pushed, where the service does. */
  void before(GitProject clone, String branch, String commit, Map<String, String> variables) {}

  /** Checks out the pull request of an origin that offers one. */
  Run pullRequest(GitProject origin, Path place) {
    GitProject clone = empty(origin, place);
    Map<String, String> variables = new LinkedHashMap<>();
    pullRequest(clone, variables);
    return new Run(clone, variables);
  }

  /** Checks out a branch that was pushed. */
  Run push(GitProject origin, Path place, String branch) {
    GitProject clone = empty(origin, place);
    Map<String, String> variables = new LinkedHashMap<>();
    push(clone, branch, variables);
    return new Run(clone, variables);
  }

  /** Checks out a branch that was pushed, and says where it was before. */
  Run push(GitProject origin, Path place, String branch, String before) {
    Run run = push(origin, place, branch);
    before(run.project(), branch, before, run.variables());
    return run;
  }

  private static GitProject empty(GitProject origin, Path place) {
    GitProject clone = GitProject.in(place).on(origin.now());
    clone.git("remote", "add", "origin", origin.directory().toUri().toString());
    return clone;
  }

  /** The refs of a pull request, as a service keeps them. */
  static GitProject offering(GitProject origin) {
    String tip = origin.git("rev-parse", "feature/checkout");
    origin.git("update-ref", "refs/pull/7/head", tip);
    origin.git("checkout", "-q", "--detach", "main");
    origin.git("merge", "-q", "--no-ff", "-m", "Merge " + tip + " into main", tip);
    origin.git("update-ref", "refs/pull/7/merge", "HEAD");
    origin.git("checkout", "-q", "main");
    return origin;
  }

  private static String one(String branch) {
    return "+refs/heads/" + branch + ":refs/remotes/origin/" + branch;
  }

  private static void gitHubPullRequest(GitProject clone, Map<String, String> variables) {
    variables.put("CI", "true");
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_EVENT_NAME", "pull_request");
    variables.put("GITHUB_REF", "refs/pull/7/merge");
    variables.put("GITHUB_SHA", clone.git("rev-parse", "HEAD"));
    variables.put("GITHUB_HEAD_REF", "feature/checkout");
    variables.put("GITHUB_BASE_REF", "main");
  }

  private static void gitHubPush(GitProject clone, String branch, Map<String, String> variables) {
    variables.put("CI", "true");
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_EVENT_NAME", "push");
    variables.put("GITHUB_REF", "refs/heads/" + branch);
    variables.put("GITHUB_SHA", clone.git("rev-parse", "HEAD"));
    clone.file("../event.json", "{\"repository\": {\"default_branch\": \"main\"}}");
    variables.put("GITHUB_EVENT_PATH", clone.path("../event.json").toString());
  }

  private static void gitHubEvent(GitProject clone, String branch, String before) {
    clone.file(
        "../event.json",
        """
        {"ref": "refs/heads/%s", "before": "%s", "repository": {"default_branch": "main"}}
        """
            .formatted(branch, before));
  }

  private static void gitLab(GitProject clone, Map<String, String> variables) {
    variables.put("CI", "true");
    variables.put("GITLAB_CI", "true");
    variables.put("CI_DEFAULT_BRANCH", "main");
    variables.put("CI_COMMIT_SHA", clone.git("rev-parse", "HEAD"));
  }

  private static void gitLabMergeRequest(Map<String, String> variables, String type) {
    variables.put("CI_MERGE_REQUEST_EVENT_TYPE", type);
    variables.put("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "feature/checkout");
    variables.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
  }
}
